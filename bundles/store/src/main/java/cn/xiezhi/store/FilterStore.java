package cn.xiezhi.store;

import cn.xiezhi.desk.SavedFilters;
import java.sql.PreparedStatement;
import java.util.List;

/** A person's saved filters, few enough to be written anew each time. */
record FilterStore(Work work) implements SavedFilters {
    @Override
    public List<Saved> of(String jurisdiction, String user) {
        return work.rows("select name, query, is_default from saved_filter where jurisdiction = ? and user_name = ? order by position",
                row -> new Saved(row.getString(1), row.getString(2), row.getBoolean(3)), jurisdiction, user);
    }

    @Override
    public void keep(String jurisdiction, String user, List<Saved> all) {
        work.transact(connection -> {
            Work.change(connection, "delete from saved_filter where jurisdiction = ? and user_name = ?", jurisdiction, user);
            try (PreparedStatement insert = connection.prepareStatement("insert into saved_filter (jurisdiction, user_name, position, name, query, is_default) values (?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < all.size(); i++) {
                    insert.setString(1, jurisdiction);
                    insert.setString(2, user);
                    insert.setInt(3, i);
                    insert.setString(4, all.get(i).name());
                    insert.setString(5, all.get(i).query());
                    insert.setBoolean(6, all.get(i).standard());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }
}

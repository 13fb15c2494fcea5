package cn.xiezhi.desk;

import java.util.List;

/** What people look for again and again in the list of matters. Implemented by the store. */
public interface SavedFilters {
    /** A person has so many at most. */
    int MOST = 20;

    /**
     * @param query of the list's address, without its leading {@code ?}
     * @param standard whether the list begins with it
     */
    record Saved(String name, String query, boolean standard) {}

    /** In the order in which the person put them. */
    List<Saved> of(String jurisdiction, String user);

    /** These instead of those that the person had; all or nothing. */
    void keep(String jurisdiction, String user, List<Saved> all);
}

package cn.xiezhi.desk;

import cn.xiezhi.code.Coded;
import cn.xiezhi.desk.AccountRecords.Whose;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.AccountRule;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Checked;
import cn.xiezhi.registry.Competence;
import cn.xiezhi.registry.Entrusted;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.ItemClass;
import cn.xiezhi.registry.ItemClasses;
import cn.xiezhi.registry.ItemTable;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Liaison;
import cn.xiezhi.registry.Liaisons;
import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.OfficerTable;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.OrganTable;
import cn.xiezhi.registry.Role;
import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.time.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The registers beside the matters, each person's own jurisdiction: organs, items and who is competent, officers and their certificates, liaisons; and their way in and out as spreadsheets. */
@Component(service = Registers.class)
public final class Registers {
    private final Desk desk;
    private final AccountRecords records;
    private final Accounts accounts;
    private final Items items;
    private final Liaisons liaisons;
    private final ItemClasses classes;

    @Activate
    public Registers(@Reference Desk desk, @Reference Accounts accounts, @Reference Items items, @Reference Liaisons liaisons, @Reference ItemClasses classes) {
        this.desk = desk;
        this.records = new AccountRecords(desk);
        this.accounts = accounts;
        this.items = items;
        this.liaisons = liaisons;
        this.classes = classes;
    }

    /** What travels as a spreadsheet. */
    public enum Kind implements Coded {
        ORGANS("organs", "机关"), OFFICERS("officers", "执法人员"), ITEMS("items", "执法事项");

        private final String code;
        private final String text;

        Kind(String code, String text) {
            this.code = code;
            this.text = text;
        }

        @Override
        public String code() {
            return code;
        }

        public String text() {
            return text;
        }

        public static Optional<Kind> of(String code) {
            return Coded.find(values(), code);
        }
    }

    /**
     * What became of an import.
     *
     * @param done whether the register is now as the file says; if not, nothing changed
     */
    public record Imported(Checked<?> checked, boolean done) {}

    /** How many of an organ's officers hold an enforcement certificate that is valid. */
    public record Rate(String organ, long officers, long certified) {}

    /** What a file would do to the register as it is now. */
    public Checked<?> check(Officer administrator, Kind kind, Sheet sheet) {
        return switch (kind) {
            case ORGANS -> organs(administrator, sheet);
            case OFFICERS -> officers(administrator, sheet);
            case ITEMS -> items(administrator, sheet);
        };
    }

    /** Takes a file over, all or nothing, held once more against the register as it is now. */
    public Imported take(Officer administrator, Kind kind, Sheet sheet) {
        return switch (kind) {
            case ORGANS -> {
                var checked = organs(administrator, sheet);
                yield new Imported(checked, checked.right() && desk.situations().directory.save(administrator.jurisdiction(), checked.added(), checked.changed()));
            }
            case OFFICERS -> {
                var checked = officers(administrator, sheet);
                yield new Imported(checked, checked.right() && saved(administrator, checked));
            }
            case ITEMS -> {
                var checked = items(administrator, sheet);
                yield new Imported(checked, checked.right() && items.save(checked.added(), checked.changed()));
            }
        };
    }

    /** Where the jurisdiction's document asks for it, each account's change is put into the ledger before and after. */
    private boolean saved(Officer who, Checked<Account> checked) {
        if (!records.kept(who)) {
            return accounts.save(checked.added(), checked.changed());
        }
        List<MatterView> begun = Stream.concat(checked.added().stream().map(a -> records.begin(who, "open", Whose.of(a))), checked.changed().stream().map(a -> records.begin(who, "change", Whose.of(a))))
                .map(r -> ((Result.Done) r).matter()).toList();
        boolean saved = accounts.save(checked.added(), checked.changed());
        begun.forEach(record -> records.end(who, record, saved ? Optional.empty() : Optional.of("名录同时有别的改动，导入没有执行")));
        return saved;
    }

    /** @return false if the id is taken */
    public boolean add(Organ organ) {
        return desk.situations().directory.add(organ);
    }

    /** The organ, which numbers its documents like this from now on; without a template it issues none that has a number. */
    public Organ number(Organ organ, Optional<NumberTemplate> template) {
        Organ numbering = new Organ(organ.id(), organ.jurisdiction(), organ.name(), organ.kind(), organ.parent(), organ.code(), template);
        desk.situations().directory.save(organ.jurisdiction(), List.of(), List.of(numbering));
        return numbering;
    }

    private Checked<Organ> organs(Officer who, Sheet sheet) {
        return OrganTable.check(sheet, who.jurisdiction(), desk.organs(who));
    }

    private Checked<Account> officers(Officer who, Sheet sheet) {
        List<Account> register = accounts.of(who.jurisdiction());
        var organs = desk.organs(who).values();
        AccountRule rule = AccountRule.of(records.kept(who), organs, register);
        return OfficerTable.check(sheet, who.jurisdiction(), register, accounts.takenElsewhere(who.jurisdiction()), organs, who, rule);
    }

    private Checked<Item> items(Officer who, Sheet sheet) {
        return ItemTable.check(sheet, who.jurisdiction(), items.of(who.jurisdiction()), desk.organs(who).values(), itemClasses(who));
    }

    /** The register as a file that {@link #take} takes without a change. */
    public Sheet sheet(Officer who, Kind kind) {
        var organs = desk.organs(who).values();
        return switch (kind) {
            case ORGANS -> OrganTable.sheet(organs);
            case OFFICERS -> OfficerTable.sheet(accounts.of(who.jurisdiction()), organs);
            case ITEMS -> ItemTable.sheet(items.of(who.jurisdiction()), organs, itemClasses(who));
        };
    }

    /** A page of items by code, with what letters of entrustment give; see {@link Items#search}. */
    public List<Item> items(Officer who, String text, String after, int limit) {
        List<Entrusted> letters = desk.situations().entrusted(who.jurisdiction());
        return items.search(who.jurisdiction(), text, after, limit).stream().map(i -> i.with(letters)).toList();
    }

    public Optional<Item> item(Officer who, String code) {
        return items.find(who.jurisdiction(), code).map(i -> i.with(desk.situations().entrusted(who.jurisdiction())));
    }

    public List<ItemClass> itemClasses(Officer who) {
        return classes.itemClasses(who.jurisdiction());
    }

    /**
     * What the officer's organ does with a case of the item.
     *
     * @param township where the act happened; for a township's own officers their township unless another is named
     */
    public Competence.Answer competence(Officer who, Item item, Optional<String> township, LocalDate day) {
        String own = who.organ().parent().orElse(who.organ().id());
        Optional<String> here = Optional.ofNullable(desk.organs(who).get(own)).filter(o -> o.kind() == Organ.Kind.TOWNSHIP).map(o -> o.id());
        return Competence.answer(item, who.organ(), township.or(() -> here), day, desk.organs(who));
    }

    /** An organ's officers at work, by user name. */
    public List<Account> officers(Officer who, String organ) {
        return accounts.of(who.jurisdiction()).stream().filter(a -> a.serving() && a.organ().equals(organ)).toList();
    }

    /** Each organ's rate today, by organ; organs without enforcement officers are left out. */
    public List<Rate> rates(Officer who) {
        LocalDate today = today();
        Map<String, List<Account>> byOrgan = accounts.of(who.jurisdiction()).stream().filter(a -> a.serving() && a.roles().contains(Role.OFFICER)).collect(Collectors.groupingBy(Account::organ));
        return byOrgan.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(e -> new Rate(e.getKey(), e.getValue().size(), e.getValue().stream().filter(a -> a.certified(Certificate.Kind.ENFORCEMENT, today)).count())).toList();
    }

    public List<Liaison> liaisons(Officer who) {
        return liaisons.of(who.jurisdiction());
    }

    public Liaison add(Officer administrator, Liaison.Kind kind, String organ, String name, String phone, LocalDate since, Optional<LocalDate> until) {
        Liaison liaison = new Liaison(Ids.next(desk.now()), administrator.jurisdiction(), organ, kind, name, phone, since, until);
        liaisons.add(liaison);
        return liaison;
    }

    /** @return false if there is none */
    public boolean removeLiaison(Officer administrator, String id) {
        return liaisons.remove(administrator.jurisdiction(), id);
    }

    public LocalDate today() {
        return Zone.day(desk.now());
    }
}

package cn.xiezhi.sample;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.RulesListener;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Liaison;
import cn.xiezhi.registry.Liaisons;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Passwords;
import cn.xiezhi.registry.Role;
import cn.xiezhi.registry.SampleRegister;
import cn.xiezhi.time.Zone;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty installation with sample organs, accounts and matters, once for each jurisdiction. Only there with the
 * configuration {@code xiezhi.sample}, which the demo sets; a jurisdiction that has an account is left alone.
 */
@Component(service = RulesListener.class, configurationPid = "xiezhi.sample", configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
public final class Sample implements RulesListener {
    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);

    private final SettableClock clock = new SettableClock();
    private final Progress progress;
    private final Desk desk;
    private final Organs organs;
    private final Accounts accounts;
    private final Items items;
    private final Liaisons liaisons;
    private final Passwords passwords;
    private final SampleRegister register;
    private final AccountsFile file;

    @Activate
    public Sample(@Reference MatterStore store, @Reference RuleArchive archive, @Reference Rules rules, @Reference PolicyReader reader,
            @Reference Organs organs, @Reference Accounts accounts, @Reference Items items, @Reference Liaisons liaisons, @Reference Passwords passwords, @Reference SampleRegister register, @Reference Progress progress) {
        this.desk = new Desk(store, archive, rules, reader, organs, accounts, items, clock);
        this.progress = progress;
        this.organs = organs;
        this.accounts = accounts;
        this.items = items;
        this.liaisons = liaisons;
        this.passwords = passwords;
        this.register = register;
        this.file = new AccountsFile(Path.of(System.getProperty("xiezhi.home", "."), "demo-accounts.csv"));
    }

    @Override
    public synchronized void changed(RuleBook book) {
        book.policies().forEach((jurisdiction, policy) -> {
            fill(policy);
            progress.filled(jurisdiction);
        });
    }

    /** Whom others turn to, at each organ that has people in the sample. */
    private void addLiaisons(People people) {
        people.all().stream().map(p -> p.officer()).filter(o -> o.is(Role.LEADER) || o.is(Role.LIAISON)).forEach(o -> {
            Liaison.Kind kind = o.is(Role.LEADER) ? Liaison.Kind.DEPUTY_HEAD : Liaison.Kind.LIAISON;
            liaisons.add(new Liaison("sample-" + o.user(), o.jurisdiction(), o.organ().id(), kind, o.name(), "000-0000000", LocalDate.now(Zone.SHANGHAI), Optional.empty()));
        });
    }

    private void fill(PolicyInForce rules) {
        String jurisdiction = rules.policy().jurisdiction().id();
        List<Organ> sample = register.organs(jurisdiction);
        if (sample.isEmpty() || !accounts.of(jurisdiction).isEmpty()) {
            return;
        }
        sample.forEach(organs::add);
        items.save(register.items(jurisdiction), List.of());
        People people = new People(jurisdiction, sample, accounts, passwords);
        file.add(jurisdiction, people.all());
        addLiaisons(people);
        new Story(desk, people, clock).play(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        LOG.info("sample data of {} written: {} organs, {} accounts", jurisdiction, sample.size(), people.all().size());
    }
}

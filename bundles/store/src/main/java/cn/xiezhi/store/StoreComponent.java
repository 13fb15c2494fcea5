package cn.xiezhi.store;

import cn.xiezhi.agenda.DueLimits;
import cn.xiezhi.agenda.Feeds;
import cn.xiezhi.assessment.PastObligations;
import cn.xiezhi.clock.Lately;
import cn.xiezhi.audit.AuditStore;
import cn.xiezhi.assessment.Standing;
import cn.xiezhi.clock.Notices;
import cn.xiezhi.desk.Background;
import cn.xiezhi.desk.DocumentStore;
import cn.xiezhi.desk.FormDraftStore;
import cn.xiezhi.desk.Health;
import cn.xiezhi.desk.JobStore;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.TemplateStore;
import cn.xiezhi.message.Outbox;
import cn.xiezhi.message.Recipients;
import cn.xiezhi.desk.SavedFilters;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Liaisons;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Sessions;
import cn.xiezhi.revision.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database in the background and registers the ports once it is open and its tables are current. While it can't be
 * opened, tries again, less and less often.
 */
@Component(configurationPid = "xiezhi.store", configurationPolicy = ConfigurationPolicy.REQUIRE, service = Health.class, immediate = true)
@Designate(ocd = StoreConfig.class)
public final class StoreComponent implements Health {
    private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final BundleContext context;
    private final StoreConfig config;
    private final ScheduledExecutorService worker = Background.thread("xiezhi-store");
    private final List<ServiceRegistration<?>> ports = new ArrayList<>();
    private volatile Database database;
    private volatile String problem = "数据库正在打开";

    @Activate
    public StoreComponent(BundleContext context, StoreConfig config) {
        this.context = context;
        this.config = config;
        worker.execute(() -> open(1));
    }

    @Deactivate
    void close() throws InterruptedException {
        worker.shutdownNow();
        worker.awaitTermination(30, TimeUnit.SECONDS);
        ports.forEach(ServiceRegistration::unregister);
        if (database != null) {
            database.close();
        }
    }

    @Override
    public String name() {
        return "数据库";
    }

    @Override
    public Optional<String> problem() {
        Database open = database;
        return open == null ? Optional.of(problem) : open.problem();
    }

    private void open(long pauseSeconds) {
        String shown = "";
        try {
            Settings settings = Settings.of(config, System.getProperty("xiezhi.home", "."));
            shown = settings.shownUrl();
            long start = System.nanoTime();
            database = Database.open(settings);
            register(database.work());
            LOG.info("数据库已就绪：{}，用时 {} 毫秒{}", shown, (System.nanoTime() - start) / 1_000_000, database.migrated() ? "，表结构已更新" : "");
        } catch (RuntimeException | LinkageError e) {
            problem = shown + " " + reason(e);
            LOG.error("数据库无法打开：{}。{} 秒后重试", problem, pauseSeconds);
            LOG.debug("cause", e);
            worker.schedule(() -> open(Math.min(pauseSeconds * 2, LONGEST_PAUSE_SECONDS)), pauseSeconds, TimeUnit.SECONDS);
        }
    }

    private static String reason(Throwable e) {
        // What is wrong with the settings says so itself.
        return e instanceof IllegalArgumentException || e instanceof IllegalStateException && e.getCause() == null ? e.getMessage() : Failures.text(e);
    }

    private void register(Work work) {
        ports.add(context.registerService(MatterStore.class, new Matters(work), null));
        ports.add(context.registerService(DocumentStore.class, new Documents(work), null));
        ports.add(context.registerService(TemplateStore.class, new TemplateRows(work), null));
        ports.add(context.registerService(FormDraftStore.class, new FormDraftTable(work), null));
        ports.add(context.registerService(DueLimits.class, new LimitReader(work), null));
        ports.add(context.registerService(Feeds.class, new FeedStore(work), null));
        ports.add(context.registerService(PastObligations.class, new PeriodReader(work), null));
        ports.add(context.registerService(RuleArchive.class, new RuleStore(work), null));
        ports.add(context.registerService(History.class, new HistoryReader(work), null));
        ports.add(context.registerService(Organs.class, new OrganStore(work), null));
        ports.add(context.registerService(Accounts.class, new AccountStore(work), null));
        ports.add(context.registerService(Sessions.class, new SessionStore(work), null));
        ports.add(context.registerService(Notices.class, new NoticeStore(work), null));
        ports.add(context.registerService(Lately.class, new LatelyReader(work), null));
        ports.add(context.registerService(Outbox.class, new OutboxStore(work), null));
        ports.add(context.registerService(Recipients.class, new RecipientStore(work), null));
        ports.add(context.registerService(Items.class, new ItemStore(work), null));
        ports.add(context.registerService(SavedFilters.class, new FilterStore(work), null));
        ports.add(context.registerService(AuditStore.class, new AuditTrail(work), null));
        ports.add(context.registerService(Liaisons.class, new LiaisonStore(work), null));
        ports.add(context.registerService(Standing.class, new StandingReader(work), null));
        ports.add(context.registerService(JobStore.class, new JobRows(work), null));
    }
}

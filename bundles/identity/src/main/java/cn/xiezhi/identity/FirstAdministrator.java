package cn.xiezhi.identity;

import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.RulesListener;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every jurisdiction in force can be administered: one without a single account gets an administrator, whose
 * password lies in a file of the data folder that only the operator can read and is changed at the first sign-in.
 */
@Component(configurationPid = "xiezhi.identity", service = RulesListener.class)
public final class FirstAdministrator implements RulesListener {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Organs organs;
    private final Accounts accounts;
    private final Path home;
    private final boolean wanted;
    private final Secrets secrets;
    private final Argon2 argon2;
    private final ExecutorService worker;

    @Activate
    public FirstAdministrator(@Reference Organs organs, @Reference Accounts accounts, IdentityConfig config) {
        this(organs, accounts, Path.of(System.getProperty("xiezhi.home", ".")), config.firstAdministrator(), Argon2.Cost.STANDARD);
    }

    FirstAdministrator(Organs organs, Accounts accounts, Path home, boolean wanted, Argon2.Cost cost) {
        SecureRandom random = new SecureRandom();
        this.organs = organs;
        this.accounts = accounts;
        this.home = home;
        this.wanted = wanted;
        secrets = new Secrets(random);
        argon2 = new Argon2(cost, random);
        worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "xiezhi-first-administrator");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void changed(RuleBook book) {
        if (wanted) {
            List<String> jurisdictions = List.copyOf(book.policies().keySet());
            worker.execute(() -> jurisdictions.forEach(this::ensure));
        }
    }

    @Deactivate
    void close() {
        worker.shutdown();
    }

    void ensure(String jurisdiction) {
        try {
            if (accounts.of(jurisdiction).isEmpty()) {
                create(jurisdiction);
            }
        } catch (StoreException | UncheckedIOException | IllegalStateException e) {
            LOG.error("无法为辖区 {} 建立首个管理员：{}", jurisdiction, e.getMessage());
            LOG.debug("cause", e);
        }
    }

    private void create(String jurisdiction) {
        String user = "admin-" + jurisdiction;
        String password = secrets.oneTimePassword();
        Account account = new Account(user, jurisdiction, organ(jurisdiction), "管理员", Set.of(Role.ADMINISTRATOR), Optional.empty(), argon2.hash(password), true, true, 0,
                Optional.empty());
        Path file = home.resolve("first-administrator-" + jurisdiction + ".txt");
        try {
            // The file first: an account whose password nobody knows would keep the jurisdiction closed.
            PrivateFile.write(file, "用户名: " + user + "\n一次性密码: " + password + "\n首次登录后须修改密码；登录后请删除本文件。\n");
            if (accounts.add(account)) {
                LOG.info("已为辖区 {} 建立首个管理员，用户名与一次性密码见 {}", jurisdiction, file.getFileName());
            } else {
                PrivateFile.delete(file);
                LOG.warn("辖区 {} 没有账户，但用户名 {} 已被使用，未建立首个管理员", jurisdiction, user);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("无法写入 " + file + "（" + e.getMessage() + "）", e);
        }
    }

    private String organ(String jurisdiction) {
        return organs.of(jurisdiction).stream().filter(o -> o.kind() == Organ.Kind.JUSTICE_BUREAU).min(Comparator.comparing(Organ::id)).map(Organ::id).orElseGet(() -> {
            Organ bureau = new Organ("justice-bureau", jurisdiction, Organ.Kind.JUSTICE_BUREAU.text(), Organ.Kind.JUSTICE_BUREAU, Optional.empty(), Optional.empty());
            organs.add(bureau);
            return bureau.id();
        });
    }
}

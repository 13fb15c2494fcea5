package cn.xiezhi.identity;

import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.RulesListener;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the first administrator's account of each jurisdiction that has no account at all. The password, good until it is
 * changed at the first sign-in, stands in a file of the data folder that only its owner can read; it is never logged.
 */
@Component(service = RulesListener.class, immediate = true, configurationPid = "xiezhi.identity", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FirstAdministrator implements RulesListener {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Organs organs;
    private final Path home;
    private final boolean wanted;

    @Activate
    public FirstAdministrator(@Reference Accounts accounts, @Reference Organs organs, IdentityConfig config) {
        this(accounts, organs, Path.of(System.getProperty("xiezhi.home", ".")), config.firstAdministrator());
    }

    FirstAdministrator(Accounts accounts, Organs organs, Path home, boolean wanted) {
        this.accounts = accounts;
        this.organs = organs;
        this.home = home;
        this.wanted = wanted;
    }

    @Override
    public void changed(RuleBook book) {
        if (wanted) {
            book.policies().values().forEach(p -> open(p.policy().jurisdiction()));
        }
    }

    private void open(Jurisdiction jurisdiction) {
        if (!accounts.of(jurisdiction.id()).isEmpty()) {
            return;
        }
        Organ bureau = organs.of(jurisdiction.id()).stream().filter(o -> o.kind() == Organ.Kind.JUSTICE_BUREAU).findFirst().orElseGet(() -> bureau(jurisdiction));
        String user = "admin-" + jurisdiction.id();
        String password = Secrets.oneTimePassword();
        Path file = home.resolve("first-administrator-" + jurisdiction.id() + ".txt");
        // The file first: an account whose password nobody can read would lock everybody out.
        write(file, "用户名: " + user + "\n密码: " + password + "\n首次登录后须修改密码；修改后请删除本文件。\n");
        accounts.add(new Account(user, jurisdiction.id(), bureau.id(), jurisdiction.name() + "管理员", Set.of(Role.ADMINISTRATOR), List.of(),
                Argon2.hash(password), true, true, 0, Optional.empty()));
        LOG.info("{} 的首位管理员已建立，初始密码见 {}", jurisdiction.name(), file);
    }

    private Organ bureau(Jurisdiction jurisdiction) {
        Organ bureau = new Organ("justice-bureau", jurisdiction.id(), jurisdiction.name() + "司法行政部门", Organ.Kind.JUSTICE_BUREAU, Optional.empty(), Optional.empty());
        organs.add(bureau);
        return bureau;
    }

    private static void write(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

package cn.xiezhi.loader;

import cn.xiezhi.loader.Outcome.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the operator set.
 *
 * @param signed whether only jars signed by somebody in the trust folder are accepted
 * @param status the file that tells what is in force on this node
 * @param staging where private copies of jars are; none: a temporary folder, and nothing is remembered over a restart
 */
record Settings(boolean signed, Optional<Path> trust, Optional<Path> status, Optional<Path> staging) {
    static final Settings OPEN = new Settings(false, Optional.empty(), Optional.empty(), Optional.empty());

    static Settings of(PoliciesConfig config) {
        return switch (config.signatures()) {
            case "required" -> new Settings(true, path(config.trust()), path(config.status()), path(config.staging()));
            case "optional" -> new Settings(false, path(config.trust()), path(config.status()), path(config.staging()));
            default -> throw new IllegalArgumentException("signatures: " + config.signatures());
        };
    }

    Trust trusted() {
        return trust.map(Trust::of).orElse(Trust.NOBODY);
    }

    /** What is wrong with the trust folder. */
    List<Fault> faults(Trust now) {
        List<Fault> faults = new ArrayList<>();
        now.unreadable().forEach(text -> faults.add(new Fault("", "信任文件夹：" + text)));
        if (signed && now.certificates().isEmpty()) {
            faults.add(new Fault("", "信任文件夹" + trust.map(t -> " " + t).orElse("") + " 中没有证书，任何规则包都不会被接受；请放入可信签名者的证书"));
        }
        return faults;
    }

    private static Optional<Path> path(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty()).map(Path::of);
    }
}

package cn.xiezhi.sample;

import cn.xiezhi.registry.Role;
import cn.xiezhi.sample.People.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** The list of sample accounts with their passwords, readable by its owner only. Opens in a spreadsheet. */
final class AccountsFile {
    private static final String HEAD = "jurisdiction,organ,role,user,password\n";
    private final Path path;

    AccountsFile(Path path) {
        this.path = path;
    }

    void add(String jurisdiction, List<Person> people) {
        try {
            if (Files.notExists(path)) {
                boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
                if (posix) {
                    Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(path, HEAD, StandardCharsets.UTF_8);
            }
            Files.writeString(path, people.stream().map(p -> String.join(",", jurisdiction, p.officer().organ().name(),
                    p.officer().roles().stream().map(Role::code).collect(Collectors.joining(" ")), p.officer().user(), p.password()) + "\n")
                    .collect(Collectors.joining()), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}

package cn.xiezhi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.tool.Installed.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that name a procedure of another bundle are checked and packed with its jar beside them. */
class BroughtTest {
    @TempDir
    Path folder;

    private Installed installed;
    private Path ningwu;

    @BeforeEach
    void rulesWithAProcedureFromOutside() throws IOException {
        installed = Installed.in(folder);
        ningwu = folder.resolve("ningwu");
        Path policy = ningwu.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy)
                .replace("\nduties:\n", "\nduties:\n  joint-inspection.publish:\n    normal: {count: workingDays, amount: 20, cite: 宁武协助机制 三（四）}\n")
                .replace("\nprocedures:\n", "\nprocedures:\n  joint-inspection:\n    cite: 宁武协助机制 三（四）\n    results: [{id: fine, name: 未发现问题, cite: 宁武协助机制 三（四）}]\n"));
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : List.of(entries)) {
                zip.putNextEntry(new ZipEntry(entry));
                try (InputStream in = BroughtTest.class.getResourceAsStream("/" + entry)) {
                    in.transferTo(zip);
                }
            }
        }
        return jar;
    }

    @Test
    void withItsJar_theRulesPassAndArePacked() throws IOException {
        Path jar = jar("example.jar", "OSGI-INF/cn.xiezhi.example.JointInspection.xml", "cn/xiezhi/example/JointInspection.class");
        Answer check = installed.run("check", ningwu.toString(), "--with", jar.toString());
        assertEquals(0, check.exitCode(), check.output());
        Path packed = folder.resolve("packed.jar");
        assertEquals(0, installed.run("pack", ningwu.toString(), "--with", jar.toString(), "-o", packed.toString()).exitCode());
        assertTrue(Files.exists(packed));
        String before = folder.resolve("xiezhi/jurisdictions/xiezhi.policy.ningwu.jar").toString();
        Answer diff = installed.run("diff", before, ningwu.toString(), "--with", jar.toString());
        assertEquals(0, diff.exitCode(), diff.output());
        assertTrue(diff.output().contains("（duties.joint-inspection.publish.normal）"), diff.output());
    }

    @Test
    void withoutIt_theyAreRefused_sayingWhatIsMissing() {
        Answer check = installed.run("check", ningwu.toString());
        assertEquals(1, check.exitCode());
        assertTrue(check.output().contains("procedures.joint-inspection：没有这个规程；如属外来规程，请先安装提供它的组件"), check.output());
    }

    @Test
    void jarWithoutAProcedure_orNoJarAtAll_isRefusedByName() throws IOException {
        Path none = jar("none.jar", "cn/xiezhi/example/JointInspection.class");
        assertTrue(installed.run("check", ningwu.toString(), "--with", none.toString()).output().contains("none.jar：没有带来规程"));
        Path half = Files.write(folder.resolve("half.jar"), new byte[] {'P', 'K', 3, 4});
        assertTrue(installed.run("check", ningwu.toString(), "--with", half.toString()).output().contains("half.jar：没有这个文件，或不是完整的 jar"));
    }
}

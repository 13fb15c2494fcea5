package cn.xiezhi.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.tool.Installed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sixth county without a line of Java. */
class NewTest {
    @TempDir
    Path folder;

    private Installed installed;
    private Path fenghe;

    @BeforeEach
    void install() throws IOException {
        installed = Installed.in(folder);
        fenghe = folder.resolve("fenghe");
    }

    @Test
    void aNewFolder_passesTheCheckAsItIs_whichNamesWhatIsToBeFilledIn() {
        assertMade("fenghe", fenghe.toString(), "--name", "丰河县", "--division", "140999");
        Answer check = installed.run("check", fenghe.toString());
        assertEquals(0, check.exitCode(), check.output());
        assertTrue(check.output().contains("通过  辖区 fenghe 的规则 0.1+"), check.output());
        assertTrue(check.output().contains("提示  policy.yaml 第"), check.output());
        assertFalse(check.output().contains("依据："), "the draft is within the law: " + check.output());
    }

    @Test
    void theDraft_isNeutral() throws IOException {
        assertMade("fenghe", fenghe.toString());
        for (String file : List.of("policy.yaml", "examples.yaml", "organs.yaml", "items.yaml", "README.md")) {
            String text = Files.readString(fenghe.resolve(file));
            for (String county : List.of("宁武", "山亭", "晋江", "华龙", "山西", "协同机制", "${")) {
                assertFalse(text.contains(county), file + " " + county);
            }
        }
    }

    /** Whoever takes away the marks of a comment has all duties and all procedures. */
    @Test
    void everyDutyAndProcedure_isThereToBeUncommented() throws IOException {
        assertMade("fenghe", fenghe.toString());
        Path policy = fenghe.resolve("policy.yaml");
        String text = Files.readString(policy);
        int duties = text.indexOf("\nduties:");
        int transfer = text.indexOf("\ntransfer:");
        int procedures = text.indexOf("\nprocedures:");
        String whole = text.substring(0, duties) + text.substring(duties, transfer).replaceAll("(?m)^  # ([a-z])", "  $1") + text.substring(transfer, procedures)
                + text.substring(procedures).replaceAll("(?m)^ {2}(  )?# ", "  $1");
        Files.writeString(policy, whole);
        for (Duty duty : Duty.values()) {
            assertTrue(whole.contains("\n  " + duty.id() + ":"), duty.id());
        }
        Procedures.own().all().values().stream().filter(p -> p.rules().isPresent()).forEach(p -> assertTrue(whole.contains("\n  " + p.id() + ":"), p.id()));
        assertEquals(0, installed.run("check", fenghe.toString()).exitCode(), () -> installed.run("check", fenghe.toString()).output());
    }

    @Test
    void editorsFindTheSchemasBesideTheFiles() throws IOException {
        assertMade("fenghe", fenghe.toString());
        try (Stream<Path> files = Files.list(fenghe)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                String schema = "schema/" + file.getFileName().toString().replace(".yaml", ".json");
                assertTrue(Files.readString(file).startsWith("# yaml-language-server: $schema=" + schema + "\n# $schema: " + schema + "\n"), file.toString());
                assertTrue(Files.readString(fenghe.resolve(schema)).contains("http://json-schema.org/draft-07/schema#"), schema);
            }
        }
    }

    @Test
    void likeAnother_takesItsRulesUnderTheNewName_andSaysThatItsDocumentsAreToBeReplaced() throws IOException {
        assertMade("fenghe", fenghe.toString(), "--name", "𠮷河县", "--division", "140999", "--like", "ningwu");
        String policy = Files.readString(fenghe.resolve("policy.yaml"));
        assertTrue(policy.contains("jurisdiction: {id: fenghe, name: 𠮷河县, division: \"140999\"}\n"), policy);
        assertTrue(policy.contains("version: \"0.1\"\n"), policy);
        assertTrue(policy.contains("title: 待填（现为 宁武县县级职能部门与乡镇之间案件移送制度）"), policy);
        Answer check = installed.run("check", fenghe.toString());
        assertEquals(0, check.exitCode(), check.output());
        assertFalse(Files.readString(fenghe.resolve("organs.yaml")).contains("宁武"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"Fenghe, --name, 丰河县, 应以小写字母开头", "../fenghe, --name, 丰河县, 应以小写字母开头", "fenghe, --name, '丰, 河', 名称应为", "fenghe, --name, '}', 名称应为", "fenghe, --division, 14099, 应为 6 位数字",
        "fenghe, --like, nowhere, 没有安装辖区", "fenghe, --like, ../../x, 没有安装辖区"})
    void badNames_areRefusedBeforeAnythingIsWritten(String id, String option, String value, String why) {
        Answer answer = installed.run("new", id, fenghe.toString(), option, value);
        assertEquals(1, answer.exitCode());
        assertTrue(answer.output().contains(why), answer.output());
        assertFalse(Files.exists(fenghe));
    }

    @Test
    void whatIsThere_isNotOverwritten() throws IOException {
        Files.createDirectories(fenghe);
        Files.writeString(fenghe.resolve("notes.txt"), "mine");
        Answer answer = installed.run("new", "fenghe", fenghe.toString());
        assertEquals(1, answer.exitCode());
        assertEquals(List.of("notes.txt"), List.of(fenghe.toFile().list()));
    }

    private void assertMade(String... args) {
        String[] command = Stream.concat(Stream.of("new"), Stream.of(args)).toArray(String[]::new);
        Answer made = installed.run(command);
        assertEquals(0, made.exitCode(), made.output());
    }
}

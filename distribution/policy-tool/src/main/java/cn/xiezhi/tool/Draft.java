package cn.xiezhi.tool;

import cn.xiezhi.loader.Checked;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Rule;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The files of a new jurisdiction: the templates with its names, and every duty and procedure there is, commented out. */
record Draft(String id, String name, Optional<String> division) {
    /** Duties and procedures that the template writes out itself. */
    private static final List<String> WRITTEN = List.of("transfer.send", "assistance", "referral");
    private static final String SCHEMA = "# yaml-language-server: $schema=schema/%1$s.json\n# $schema: schema/%1$s.json\n";

    String fill(String template) {
        return template.replace("${id}", id).replace("${name}", name).replace("${document}", document())
                .replace("${division}", division.map(code -> ", division: \"" + code + "\"").orElse(""))
                .replace("${duties}", duties()).replace("${assistance}", optional("assistance")).replace("${referral}", optional("referral")).replace("${procedures}", procedures());
    }

    /** The other's rules and examples under this one's names; its documents are to be replaced, and the draft says so until they are. */
    Map<String, String> like(String other, Map<String, byte[]> files) {
        Map<String, String> drafts = new LinkedHashMap<>();
        String policy = text(files, Checked.POLICY).replaceFirst("\\A(#.*\\n|\\n)*", "").replaceFirst("(?m)^version:.*$", "version: \"0.1\"")
                .replaceFirst("(?m)^jurisdiction:.*$", Matcher.quoteReplacement("jurisdiction: {id: " + id + ", name: " + name + division.map(d -> ", division: \"" + d + "\"").orElse("") + "}"))
                .replaceAll("title: ([^,}\\n]+)", "title: " + Check.TO_FILL_IN + "（现为 $1）");
        drafts.put(Checked.POLICY, SCHEMA.formatted("policy") + "# 照 " + other + " 起草：documents 换成本地的文件，每条 cite 改成本地的出处，本地没有的删去。\n" + policy);
        drafts.put("examples.yaml", SCHEMA.formatted("examples") + text(files, "examples.yaml"));
        return drafts;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private String duties() {
        StringBuilder lines = new StringBuilder();
        for (Duty duty : Duty.values()) {
            if (!WRITTEN.contains(duty.id())) {
                lines.append("  # ").append(duty.id()).append(": {normal: {count: promptly, ").append(cite()).append("}}  # ").append(duty.text()).append("；从“").append(duty.trigger()).append("”起算\n");
            }
        }
        return lines.toString();
    }

    private String cite() {
        return "cite: " + document() + " " + Check.TO_FILL_IN;
    }

    private String document() {
        return name + "办法";
    }

    private String procedures() {
        StringBuilder lines = new StringBuilder();
        for (Procedure procedure : Procedures.own().all().values()) {
            procedure.rules().filter(rules -> !WRITTEN.contains(procedure.id())).ifPresent(rules -> {
                lines.append("\n  # ").append(procedure.id()).append(":  # ").append(procedure.name()).append("\n  #   ").append(cite()).append('\n');
                rules.forEach(rule -> lines.append("  #   ").append(line(rule)));
            });
        }
        return lines.toString();
    }

    /** What else may be said of a procedure that the template writes out. */
    private String optional(String procedure) {
        return Procedures.own().all().get(procedure).rules().orElseThrow().stream().filter(rule -> !rule.required()).map(rule -> "    # " + line(rule)).collect(Collectors.joining());
    }

    private String line(Rule rule) {
        return rule.key() + ": " + form(rule) + "  # " + (rule.required() ? "必填。" : "") + rule.meaning() + "\n";
    }

    private String form(Rule rule) {
        return switch (rule.kind()) {
            case TEXT -> "{text: 待填, " + cite() + "}";
            case NUMBER -> "{number: " + rule.least() + ", " + cite() + "}";
            case LIST -> "[{id: a, name: 待填, " + cite() + "}]";
        };
    }
}

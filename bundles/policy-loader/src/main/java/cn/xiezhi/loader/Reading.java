package cn.xiezhi.loader;

import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Organ;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bundle's files read: the content, or all that is wrong with it. Whether the examples come out is asked later, with a calendar. */
record Reading(Optional<Content> content, List<String> problems) {
    Reading {
        problems = List.copyOf(problems);
    }

    /** With the platform's own procedures. */
    static Reading of(BundleFiles files) {
        return of(files, Procedures.own());
    }

    static Reading of(BundleFiles files, Procedures known) {
        boolean policy = files.has(BundleFiles.POLICY);
        if (policy == files.has(BundleFiles.CALENDAR)) {
            String both = policy ? "既有 policy.yaml 又有 calendar.yaml；请分成两个组件" : "没有 policy.yaml，也没有 calendar.yaml";
            return new Reading(Optional.empty(), List.of(BundleFiles.FOLDER + "：" + both));
        }
        return policy ? policy(files, known) : calendar(files);
    }

    /**
     * Reads again what was accepted before. Of a policy that was kept in earlier times only the rules are there; what has become wrong
     * with its companions since does not count, nor that a procedure is gone.
     */
    static Reading again(BundleFiles files, Procedures known) {
        Reading whole = of(files, known);
        if (whole.content().isPresent() || !files.has(BundleFiles.POLICY)) {
            return whole;
        }
        Problems problems = new Problems(BundleFiles.POLICY);
        return new Reading(YamlText.decode(files.byName().get(BundleFiles.POLICY), problems).flatMap(t -> PolicyFile.whole(t, new Vocabulary(known, true), problems)
                .map(p -> new Content.OfPolicy(p.policy(), t, List.of(), Proposed.NOTHING, p.inForceFrom()))), problems.texts());
    }

    private static Reading calendar(BundleFiles files) {
        Problems problems = new Problems(BundleFiles.CALENDAR);
        Optional<Content.OfCalendar> calendar = YamlText.decode(files.byName().get(BundleFiles.CALENDAR), problems).flatMap(t -> CalendarFile.read(t, problems));
        return new Reading(calendar.map(Content.class::cast), problems.texts());
    }

    private static Reading policy(BundleFiles files, Procedures known) {
        Problems problems = new Problems(BundleFiles.POLICY);
        Optional<String> text = YamlText.decode(files.byName().get(BundleFiles.POLICY), problems);
        Optional<PolicyFile.Whole> whole = text.flatMap(t -> PolicyFile.whole(t, Vocabulary.of(known), problems));
        Optional<Policy> policy = whole.map(PolicyFile.Whole::policy);
        Problems exampleProblems = new Problems(BundleFiles.EXAMPLES);
        List<Example> examples = List.of();
        if (files.has(BundleFiles.EXAMPLES)) {
            examples = YamlText.decode(files.byName().get(BundleFiles.EXAMPLES), exampleProblems).map(t -> ExamplesFile.read(t, known, exampleProblems)).orElse(List.of());
        } else {
            exampleProblems.add("缺少此文件；每份规则须带算例，否则不能生效");
        }
        Problems organProblems = new Problems(BundleFiles.ORGANS);
        List<Organ> organs = List.of();
        if (policy.isPresent() && files.has(BundleFiles.ORGANS)) {
            var place = policy.get().jurisdiction();
            organs = YamlText.decode(files.byName().get(BundleFiles.ORGANS), organProblems)
                    .map(t -> OrgansFile.read(t, place.id(), place.division(), organProblems)).orElse(List.of());
        }
        Problems itemProblems = new Problems(BundleFiles.ITEMS);
        Proposed proposed = new Proposed(organs, List.of(), List.of());
        if (policy.isPresent() && files.has(BundleFiles.ITEMS)) {
            Citations citations = new Citations(policy.get().documents().stream().map(Document::id).toList());
            List<Organ> holders = organs;
            proposed = YamlText.decode(files.byName().get(BundleFiles.ITEMS), itemProblems)
                    .map(t -> ItemsFile.read(t, policy.get().jurisdiction().id(), holders, citations, itemProblems)).orElse(proposed);
        }
        List<String> all = new ArrayList<>(problems.texts());
        all.addAll(exampleProblems.texts());
        all.addAll(organProblems.texts());
        all.addAll(itemProblems.texts());
        all.addAll(TemplateFiles.problems(files, known));
        if (!all.isEmpty() || policy.isEmpty()) {
            return new Reading(Optional.empty(), all);
        }
        return new Reading(Optional.of(new Content.OfPolicy(policy.get(), text.orElseThrow(), examples, proposed, whole.get().inForceFrom())), List.of());
    }
}

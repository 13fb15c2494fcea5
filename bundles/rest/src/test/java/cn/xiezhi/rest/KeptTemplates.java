package cn.xiezhi.rest;

import cn.xiezhi.desk.TemplateStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates in memory. */
final class KeptTemplates implements TemplateStore {
    private final Map<Choice, Optional<byte[]>> kept = new LinkedHashMap<>();

    @Override
    public List<Choice> of(String jurisdiction) {
        List<Choice> all = new ArrayList<>();
        kept.keySet().stream().filter(c -> c.jurisdiction().equals(jurisdiction)).forEach(c -> all.add(0, c));
        return all;
    }

    @Override
    public Optional<byte[]> docx(Choice choice) {
        return kept.getOrDefault(choice, Optional.empty());
    }

    @Override
    public boolean add(Choice choice, Optional<byte[]> docx) {
        boolean taken = of(choice.jurisdiction(), choice.procedure(), choice.paper()).stream().anyMatch(c -> c.version() == choice.version());
        return !taken && kept.put(choice, docx) == null;
    }
}

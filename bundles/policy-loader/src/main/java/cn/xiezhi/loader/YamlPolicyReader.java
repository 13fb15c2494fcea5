package cn.xiezhi.loader;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyReader;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;

/** Reads snapshots of {@code policy.yaml}: the version comes out as it was, because it follows from the text. */
@Component
public final class YamlPolicyReader implements PolicyReader {
    @Override
    public Policy read(String text) {
        Problems problems = new Problems(BundleFiles.POLICY);
        return YamlText.decode(text.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(t -> PolicyFile.read(t, Vocabulary.OF_SNAPSHOTS, problems))
                .orElseThrow(() -> new IllegalArgumentException(String.join("\n", problems.texts())));
    }
}

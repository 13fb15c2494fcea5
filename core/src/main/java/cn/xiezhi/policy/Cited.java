package cn.xiezhi.policy;

import java.util.Objects;

/**
 * A value with the place it stands at.
 *
 * @param citation document and section in short words, e.g. 暂行规定 四（三）3③; never blank
 */
public record Cited<T>(T value, String citation) {
    public Cited {
        Objects.requireNonNull(value, "value");
        if (citation == null || citation.isBlank()) {
            throw new IllegalArgumentException("a rule without a citation");
        }
    }
}

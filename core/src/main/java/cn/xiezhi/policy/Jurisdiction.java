package cn.xiezhi.policy;

import java.util.Optional;

/**
 * The county, district or city whose rules hold.
 *
 * @param division its GB/T 2260 code; empty where the document does not name the place
 */
public record Jurisdiction(String id, String name, Optional<String> division) {}

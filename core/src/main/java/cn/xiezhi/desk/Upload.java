package cn.xiezhi.desk;

import java.util.Optional;

/**
 * A file that somebody hands in; its size and type were checked at the edge.
 *
 * @param slot the policy's material that it is, or {@code other}
 */
public record Upload(String name, String type, String slot, Optional<Integer> pages, byte[] bytes) {}

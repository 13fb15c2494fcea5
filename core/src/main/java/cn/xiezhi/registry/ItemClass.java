package cn.xiezhi.registry;

/**
 * A class of items, where the jurisdiction's document sorts them by how permit and penalty are divided: who supervises, who punishes, who tells whom.
 *
 * @param cite document and section
 */
public record ItemClass(String id, String name, String supervises, String punishes, String tells, String cite) {}

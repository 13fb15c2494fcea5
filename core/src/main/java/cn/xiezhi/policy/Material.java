package cn.xiezhi.policy;

/**
 * A paper that goes along with a transfer.
 *
 * @param id the slot that an attachment is put into, e.g. {@code letter}
 * @param pages whether its number of pages goes into the hand-over list
 * @param seizedGoodsOnly needed only where goods were seized
 */
public record Material(String id, String name, boolean required, boolean pages, boolean seizedGoodsOnly, String citation) {}

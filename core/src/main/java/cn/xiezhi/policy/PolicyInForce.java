package cn.xiezhi.policy;

import java.time.Instant;

/**
 * A policy version that is in force, with the text it was read from.
 *
 * @param text the whole source, kept as the snapshot of this version
 */
public record PolicyInForce(Policy policy, Instant since, String text) {}

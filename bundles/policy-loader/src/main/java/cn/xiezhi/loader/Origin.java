package cn.xiezhi.loader;

import java.util.Optional;

/**
 * How a bundle came into the framework.
 *
 * @param sha256 of its jar, in hex; empty where it did not come as a file
 * @param signer whose key signed it
 * @param expired the signer's certificate no longer holds: it brings nothing new
 * @param lying it lay there when the product started, so that nobody is told that it is not the version in force
 */
record Origin(Optional<String> sha256, Optional<String> signer, boolean expired, boolean lying) {
    static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty(), false, false);
}

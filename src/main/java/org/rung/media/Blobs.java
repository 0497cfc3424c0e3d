package org.rung.media;

import java.util.Optional;

/** Where the bytes of files are. Never called in a transaction. Names are letters, digits, dashes and slashes of ours. */
interface Blobs {
    /** Returns when they are safe; the same name again is the same bytes. */
    void put(String name, byte[] bytes);

    Optional<byte[]> get(String name);

    /** What is not there is deleted. */
    void delete(String name);
}

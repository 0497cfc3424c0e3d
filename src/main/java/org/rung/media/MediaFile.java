package org.rung.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file as it is kept. */
record MediaFile(
        MediaFileId mediaFileId,
        String digest,
        FileType type,
        int size,
        String blobName,
        Optional<String> shownName,
        Optional<FileType> shownType,
        Optional<Integer> width,
        Optional<Integer> height) {

    List<String> names() {
        // What is sent is what is shown: then there is one.
        return Stream.concat(Stream.of(blobName), shownName.stream()).distinct().toList();
    }
}

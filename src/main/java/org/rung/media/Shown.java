package org.rung.media;

import java.util.Optional;

/** The copy of a file that people see or hear: without what cameras and telephones write into it. */
record Shown(byte[] bytes, FileType type, Optional<Integer> width, Optional<Integer> height) {

    /** Empty for what is not shown in place, or could not be cleaned: it is there to be saved, as it came. */
    static Optional<Shown> of(FileType type, byte[] file) {
        return switch (type) {
            case JPEG, PNG, WEBP -> Picture.of(file).map(Shown::picture);
            case GIF -> Gif.stripped(file).map(Shown::picture);
            // Browsers play the first two alike, and know the name of one.
            case MP4, QUICKTIME -> Film.stripped(file).map(bytes -> playing(bytes, FileType.MP4));
            case THREE_GP, M4A -> Film.stripped(file).map(bytes -> playing(bytes, type));
            case MP3 -> Sound.mp3(file).map(bytes -> playing(bytes, type));
            case WAV -> Sound.wave(file).map(bytes -> playing(bytes, type));
            // It has no place for notes.
            case AMR -> Optional.of(playing(file, type));
            case HEIC, OGG, VCARD, PDF, TEXT, DOCX, OTHER -> Optional.empty();
        };
    }

    private static Shown picture(Picture picture) {
        return new Shown(picture.bytes(), picture.type(), Optional.of(picture.width()), Optional.of(picture.height()));
    }

    private static Shown playing(byte[] bytes, FileType type) {
        return new Shown(bytes, type, Optional.empty(), Optional.empty());
    }
}

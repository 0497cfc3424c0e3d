package org.rung.media;

/** What a file is, told from its bytes. Whatever else there may be is kept, and handed out as a file to save only. */
public enum FileType {
    JPEG("image/jpeg", "jpg", Kind.IMAGE),
    PNG("image/png", "png", Kind.IMAGE),
    GIF("image/gif", "gif", Kind.IMAGE),
    WEBP("image/webp", "webp", Kind.IMAGE),
    /** As telephones of one maker keep pictures; nothing here can draw it. */
    HEIC("image/heic", "heic", Kind.IMAGE),
    MP4("video/mp4", "mp4", Kind.VIDEO),
    THREE_GP("video/3gpp", "3gp", Kind.VIDEO),
    QUICKTIME("video/quicktime", "mov", Kind.VIDEO),
    MP3("audio/mpeg", "mp3", Kind.AUDIO),
    M4A("audio/mp4", "m4a", Kind.AUDIO),
    AMR("audio/amr", "amr", Kind.AUDIO),
    OGG("audio/ogg", "ogg", Kind.AUDIO),
    WAV("audio/wav", "wav", Kind.AUDIO),
    VCARD("text/vcard", "vcf", Kind.DOCUMENT),
    PDF("application/pdf", "pdf", Kind.DOCUMENT),
    /** Told apart only where members hand something out; from strangers both are files like any other. */
    TEXT("text/plain", "txt", Kind.DOCUMENT),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", Kind.DOCUMENT),
    OTHER("application/octet-stream", "bin", Kind.DOCUMENT);

    /** How it may be shown; documents are never shown in place. */
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT
    }

    private final String mime;
    private final String ending;
    private final Kind kind;

    FileType(String mime, String ending, Kind kind) {
        this.mime = mime;
        this.ending = ending;
        this.kind = kind;
    }

    public String mime() {
        return mime;
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    public Kind kind() {
        return kind;
    }
}

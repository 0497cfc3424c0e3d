package org.rung.media;

/** Where files are served. */
public final class MediaPaths {
    /** To members who may read the conversation. */
    public static final String MEDIA = "media";

    /** To anyone with the signed word, for some hours: providers fetch here what they are to send. */
    public static final String OUT = MEDIA + "/out";

    private MediaPaths() {}

    public static String of(AttachmentId attachmentId) {
        return MEDIA + "/" + attachmentId.text();
    }
}

package org.rung.contact;

/** Where the screens of this room live. */
public final class ContactPaths {
    public static final String SETTINGS = "settings/contact-rules";

    private ContactPaths() {}
}

package org.rung.accounts;

import jakarta.servlet.http.HttpServletResponse;

/** A file that is saved and never shown in place, nor kept by anything between. */
public final class Download {
    public static final String CSV = "text/csv;charset=UTF-8";

    private Download() {}

    /** To be said before its first byte. */
    public static void named(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}

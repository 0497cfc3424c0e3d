package org.rung.digests;

import org.rung.reports.ReportsPaths;

/** Where the screen of this room lives; reports lead here. */
public final class DigestsPaths {
    public static final String DIGEST = ReportsPaths.BY_MAIL;

    private DigestsPaths() {}
}

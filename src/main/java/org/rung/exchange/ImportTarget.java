package org.rung.exchange;

/** What a column of a file may become. */
public enum ImportTarget {
    SKIP,
    PHONE,
    FIRST_NAME,
    LAST_NAME,
    /** First and last name in one cell. */
    NAME,
    EMAIL,
    POSTAL_CODE,
    CITY,
    REGION,
    /** Street, number and apartment. */
    ADDRESS,
    LATITUDE,
    LONGITUDE,
    COUNTRY,
    LANGUAGE,
    TAGS,
    /** Whether they may be texted; it can only forbid: {@link ConsentWords}. */
    CONSENT,
    /** A custom field with the column's label. */
    FIELD
}

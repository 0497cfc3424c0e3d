package org.rung.exchange;

/** Spreadsheets take the zeros from the front of a ZIP code: 2139 was 02139. */
final class PostalCode {
    private PostalCode() {}

    static String mended(String written, String country) {
        return country.equals("US") && written.matches("\\d{3,4}")
                ? "0".repeat(5 - written.length()) + written
                : written;
    }
}

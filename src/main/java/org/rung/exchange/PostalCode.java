package org.rung.exchange;

/** Spreadsheets take the zeros from the front of a ZIP code: 2139 was 02139. */
final class PostalCode {
    private PostalCode() {}

    static String mended(String written, String country) {
        boolean lacksZeros = country.equals("US") && (written.length() == 3 || written.length() == 4);
        return lacksZeros && written.chars().allMatch(letter -> letter >= '0' && letter <= '9')
                ? "0".repeat(5 - written.length()) + written
                : written;
    }
}

package org.rung.senders;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a number is from, as its digits say: country, area code, and the state or region of that area code. */
public record Area(String country, String code, String region) {
    public static final Area NOWHERE = new Area("", "", "");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();

    /** Area codes of one city are described as the city, with its state's letters. */
    private static final Map<String, String> STATES = Map.of(
            "CA", "California",
            "IL", "Illinois",
            "NE", "Nebraska",
            "NY", "New York",
            "ON", "Ontario",
            "QC", "Quebec",
            "TX", "Texas",
            "UT", "Utah");

    /** Of a number in E.164; nowhere for anything else. */
    public static Area of(String address) {
        try {
            if (!address.startsWith("+")) {
                return NOWHERE;
            }
            Phonenumber.PhoneNumber number = NUMBERS.parse(address, "ZZ");
            int digits = NUMBERS.getLengthOfGeographicalAreaCode(number);
            String code = digits == 0
                    ? ""
                    : NUMBERS.getNationalSignificantNumber(number).substring(0, digits);
            String country =
                    Optional.ofNullable(NUMBERS.getRegionCodeForNumber(number)).orElse("");
            return new Area(country, code, region(number, code));
        } catch (NumberParseException none) {
            return NOWHERE;
        }
    }

    static Area of(String country, String code) {
        if (!code.isEmpty() && NUMBERS.getCountryCodeForRegion(country) == 1) {
            return new Area(country, code, of("+1" + code + "5550100").region());
        }
        return new Area(country, code, "");
    }

    public boolean sameCode(Area other) {
        return !code.isEmpty() && code.equals(other.code) && country.equals(other.country);
    }

    public boolean sameRegion(Area other) {
        return !region.isEmpty() && region.equals(other.region) && country.equals(other.country);
    }

    /** In North America a whole area code is in one state, and 555 is in no town of it: its description is the state. */
    private static String region(Phonenumber.PhoneNumber number, String code) throws NumberParseException {
        Phonenumber.PhoneNumber asked = number.getCountryCode() == 1 && code.length() == 3
                ? NUMBERS.parse("+1" + code + "5550100", "ZZ")
                : number;
        String place = PLACES.getDescriptionForNumber(asked, Locale.ENGLISH);
        return STATES.getOrDefault(place.substring(place.lastIndexOf(' ') + 1), place);
    }
}

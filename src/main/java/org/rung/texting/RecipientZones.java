package org.rung.texting;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.PhoneNumber;

/**
 * In which zones a person may be: their own, else those of the postal code, else those of the number's area with the
 * organization's country first. A text leaves only when its hours hold in all of them; flagged says that this left under
 * four hours a day, so that the organization's zone stands in.
 */
record RecipientZones(List<ZoneId> zones, boolean flagged) {

    private static final Duration LEAST_A_DAY = Duration.ofHours(4);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberToTimeZonesMapper AREAS = PhoneNumberToTimeZonesMapper.getInstance();

    /** Where the organization is, and between which hours it texts. */
    record Home(String country, ZoneId zone, LocalTime from, LocalTime until) {}

    static RecipientZones of(
            Optional<ZoneId> own, String country, String postalCode, PhoneNumber phone, Home home, Instant today) {
        if (own.isPresent()) {
            return new RecipientZones(List.of(own.get()), false);
        }
        List<ZoneId> byPostalCode = ZoneTable.of(country, postalCode);
        List<ZoneId> possible = unlike(byPostalCode.isEmpty() ? area(phone, home.country()) : byPostalCode, today);
        if (possible.isEmpty()
                || (possible.size() > 1 && openTogether(possible, home, today).compareTo(LEAST_A_DAY) < 0)) {
            return new RecipientZones(List.of(home.zone()), true);
        }
        return new RecipientZones(possible, false);
    }

    /** How long all these zones are inside the hours at once, on the day that starts at this instant. */
    static Duration openTogether(List<ZoneId> zones, Home home, Instant start) {
        Duration open = Duration.ZERO;
        Instant first = start.truncatedTo(ChronoUnit.HOURS);
        for (Instant at = first; at.isBefore(first.plus(Duration.ofDays(1))); at = at.plus(STEP)) {
            Instant now = at;
            if (zones.stream().allMatch(zone -> inside(now.atZone(zone).toLocalTime(), home))) {
                open = open.plus(STEP);
            }
        }
        return open;
    }

    private static boolean inside(LocalTime time, Home home) {
        return !time.isBefore(home.from()) && time.isBefore(home.until());
    }

    private static List<ZoneId> area(PhoneNumber phone, String country) {
        List<ZoneId> all;
        try {
            all = AREAS.getTimeZonesForNumber(NUMBERS.parse(phone.text(), "ZZ")).stream()
                    .flatMap(name -> zone(name).stream())
                    .toList();
        } catch (NumberParseException e) {
            return List.of();
        }
        Set<ZoneId> ours = ZoneTable.of(country);
        List<ZoneId> atHome = all.stream().filter(ours::contains).toList();
        return atHome.isEmpty() ? all : atHome;
    }

    /** The mapper says Etc/Unknown where it knows nothing. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone())
                    ? Optional.empty()
                    : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One zone for each way the clocks go this week, so that forty names become the few that differ. */
    private static List<ZoneId> unlike(List<ZoneId> zones, Instant today) {
        Map<Object, ZoneId> byClock = new LinkedHashMap<>();
        for (ZoneId zone : zones) {
            ZoneRules rules = zone.getRules();
            byClock.putIfAbsent(List.of(rules.getOffset(today), rules.getOffset(today.plus(Duration.ofDays(7)))), zone);
        }
        return List.copyOf(byClock.values());
    }
}

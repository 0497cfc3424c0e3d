package org.rung.demo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.rung.common.PhoneNumber;
import org.rung.people.Address;
import org.rung.people.SupporterDraft;
import org.rung.places.Point;
import org.rung.places.PostalCodes;

/** The supporters of Eastside Tenants Union, the same ones each time; their numbers are kept for fiction. */
final class DemoNeighbours {
    static final int COUNT = 324;
    static final String SOURCE = "Rent petition";

    private static final long SEED = 1871;
    private static final List<String> AREAS = List.of("510", "415", "341", "628");
    private static final List<String> FIRST = List.of(
            "Maya", "Tomás", "June", "Amara", "Luis", "Priya", "Kofi", "Noor", "Elena", "Marcus", "Thuy", "Rosa",
            "Dmitri", "Fatima", "Jorge", "Keisha", "Wei", "Ana", "Samuel", "Ingrid", "Hassan", "Lucía", "Devon", "Mei",
            "Oscar", "Zainab", "Paulo", "Grace", "Andre", "Yuki", "Carmen", "Malik", "Sofía", "Ben", "Leilani", "Omar",
            "Teresa", "Jamal", "Nadia", "Víctor");
    private static final List<String> LAST = List.of(
            "Okafor",
            "Reyes",
            "Park",
            "Nguyen",
            "Castillo",
            "Sharma",
            "Mensah",
            "Rahman",
            "Vargas",
            "Brooks",
            "Tran",
            "Delgado",
            "Petrov",
            "Ali",
            "Mendoza",
            "Washington",
            "Chen",
            "Flores",
            "Adeyemi",
            "Larsen",
            "Khan",
            "Soto",
            "Jackson",
            "Wong",
            "Ramírez",
            "Abdi",
            "Silva",
            "Kim",
            "Baptiste",
            "Tanaka",
            "Guzmán",
            "Freeman");
    private static final List<String> CITIES = List.of("Oakland", "Oakland", "Oakland", "Berkeley", "San Leandro");
    private static final List<String> POSTAL_CODES = List.of("94601", "94607", "94621", "94702", "94577");
    private static final List<String> BUILDINGS =
            List.of("Fruitvale Arms", "Courtyard on 12th", "Lakeview Terrace", "Eastmont Court", "San Pablo Flats");

    private static final List<String> STREETS =
            List.of("Foothill Blvd", "International Blvd", "San Pablo Ave", "Bancroft Ave", "MacArthur Blvd");
    /** In degrees. */
    private static final double BLOCKS = 0.006;

    private DemoNeighbours() {}

    /** All of them, as a petition's list would say it. */
    static List<SupporterDraft> all(ZoneId zone) {
        var random = new Random(SEED);
        var neighbours = new ArrayList<SupporterDraft>();
        for (int i = 0; i < COUNT; i++) {
            neighbours.add(neighbour(i, zone, random));
        }
        return neighbours;
    }

    private static SupporterDraft neighbour(int i, ZoneId zone, Random random) {
        var place = random.nextInt(CITIES.size());
        var first = FIRST.get((i * 7 + random.nextInt(3)) % FIRST.size());
        var last = LAST.get((i * 5 + random.nextInt(4)) % LAST.size());
        // Every fortieth shares the number of the one before: a household.
        var phone = phone(i > 0 && i % 40 == 0 ? i - 1 : i);
        return new SupporterDraft(
                // A few gave no first name.
                random.nextInt(60) == 0 ? "" : first,
                last,
                "",
                POSTAL_CODES.get(place),
                CITIES.get(place),
                "CA",
                "US",
                Optional.of(zone),
                random.nextInt(6) == 0 ? "es" : "en",
                SOURCE,
                List.of(phone),
                random.nextInt(3) == 0 ? Set.of("Tenant", "Block captain list") : Set.of("Tenant"),
                Map.of("Building", BUILDINGS.get(random.nextInt(BUILDINGS.size()))),
                address(i, POSTAL_CODES.get(place)));
    }

    /** Some blocks around the middle of their postal code; two in three of the list's have been found on a map. */
    private static Address address(int i, String postalCode) {
        var random = new Random(SEED + i);
        var middle = PostalCodes.find("US", postalCode);
        var point = middle.filter(at -> i % 3 > 0)
                .map(at -> new Point(
                        at.latitude() + random.nextGaussian() * BLOCKS,
                        at.longitude() + random.nextGaussian() * BLOCKS));
        return new Address((200 + i / 2 * 3) + " " + STREETS.get(i / 2 % STREETS.size()), point);
    }

    static PhoneNumber phone(int i) {
        return new PhoneNumber("+1%s55501%02d".formatted(AREAS.get(i / 100 % AREAS.size()), i % 100));
    }
}

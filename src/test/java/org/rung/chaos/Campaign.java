package org.rung.chaos;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Campaigns started through the API; their conversations by number. */
record Campaign(Map<String, String> conversations) {

    /** With these people; until: when their texting hours end, where they live. */
    static Campaign start(Api api, String name, List<String> phones, Optional<LocalTime> until)
            throws InterruptedException {
        Map<String, String> phoneOf = new HashMap<>();
        for (int from = 0; from < phones.size(); from += 1_000) {
            var some = phones.subList(from, Math.min(phones.size(), from + 1_000));
            var items = api.put(
                            "/supporters",
                            Map.of(
                                    "source", "storm",
                                    "consent", "Said yes before the storm",
                                    "supporters",
                                            some.stream()
                                                    .map(phone -> Map.of(
                                                            "firstName",
                                                            "Nia",
                                                            "lastName",
                                                            "N" + phone,
                                                            "phones",
                                                            List.of(phone)))
                                                    .toList()))
                    .ok()
                    .get("items");
            IntStream.range(0, some.size()).forEach(i -> {
                if (!items.get(i).has("id")) throw new AssertionError(some.get(i) + ": " + items.get(i));
                phoneOf.put(items.get(i).get("id").asString(), some.get(i));
            });
        }
        // Everyone there is, or those alone: a list of them that does not grow.
        var turfDraft = new HashMap<String, Object>(Map.of("name", name));
        if (until.isPresent()) turfDraft.put("supporters", List.copyOf(phoneOf.keySet()));
        String turf = api.post("/turfs", turfDraft).ok().get("id").asString();
        String script = api.post(
                        "/scripts",
                        Map.of(
                                "name",
                                name,
                                "firstText",
                                "Hi {firstName|there}, {texter.firstName} with {organization.name}. Reply STOP to opt out."))
                .ok()
                .get("id")
                .asString();
        var draft = new HashMap<String, Object>(Map.of("name", name, "turf", turf, "script", script));
        until.ifPresent(end -> draft.putAll(Map.of("textingFrom", "08:00", "textingUntil", end.toString())));
        String id = api.post("/campaigns", draft).ok().get("id").asString();
        api.post("/campaigns/" + id + "/texters", Map.of("texters", List.of(Town.TEXTER)))
                .ok();
        api.post("/campaigns/" + id + "/start", Map.of()).ok();
        Map<String, String> conversations = new HashMap<>();
        String after = "";
        do {
            var page = api.get(
                            "/conversations?campaign=" + id + "&limit=200" + (after.isEmpty() ? "" : "&after=" + after))
                    .ok();
            page.get("items")
                    .forEach(row -> conversations.put(
                            phoneOf.get(row.get("supporter").asString()),
                            row.get("id").asString()));
            after = page.has("next") ? page.get("next").asString() : "";
        } while (!after.isEmpty());
        if (conversations.size() != phones.size()) {
            throw new AssertionError(conversations.size() + " conversations for " + phones.size() + " people");
        }
        return new Campaign(conversations);
    }

    Campaign and(Campaign other) {
        var both = new HashMap<>(conversations);
        both.putAll(other.conversations);
        return new Campaign(both);
    }

    List<String> shuffled(java.util.Random random) {
        var all = new ArrayList<>(conversations.keySet().stream().sorted().toList());
        java.util.Collections.shuffle(all, random);
        return all;
    }
}

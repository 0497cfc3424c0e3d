package org.rung.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A campaign with everyone in town, started through the API; its conversations by number. */
record Campaign(String id, Map<String, String> conversations) {

    static Campaign start(Api api, List<String> phones) throws InterruptedException {
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
        String turf =
                api.post("/turfs", Map.of("name", "Everyone")).ok().get("id").asString();
        String script = api.post(
                        "/scripts",
                        Map.of(
                                "name", "Storm",
                                "firstText",
                                        "Hi {firstName|there}, {texter.firstName} with {organization.name}. Reply STOP to opt out."))
                .ok()
                .get("id")
                .asString();
        String id = api.post("/campaigns", Map.of("name", "Storm", "turf", turf, "script", script))
                .ok()
                .get("id")
                .asString();
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
        return new Campaign(id, conversations);
    }

    List<String> shuffled(java.util.Random random) {
        var all = new ArrayList<>(conversations.keySet().stream().sorted().toList());
        java.util.Collections.shuffle(all, random);
        return all;
    }
}

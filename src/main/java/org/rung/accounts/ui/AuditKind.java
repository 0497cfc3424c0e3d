package org.rung.accounts.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the lines of the log are about, in the order of the choice: each is the things that its verbs begin with. */
enum AuditKind {
    ALL,
    CAMPAIGN("campaign"),
    SCRIPT("script"),
    CONVERSATION("conversations", "text", "thread", "word", "slurs"),
    TEXTER("texter", "texters", "work", "review", "leaderboard"),
    TEAM("team"),
    TASK("task"),
    SUPPRESSION("suppression", "suppressed"),
    CONSENT("consent", "consents", "evidence"),
    PROOF("proof"),
    GIFT("gift", "gifts", "gift-file", "give-link", "payments", "payment-gap", "standing-gift"),
    EVENT("event", "hosting"),
    SUPPORTER("supporter", "supporters", "point", "rejects"),
    ACTION("action"),
    ASK("ask", "reminder"),
    MOVE("move"),
    RUNG("ladder", "rung"),
    TURF("turf", "maps"),
    REPORT("report"),
    NUMBER("number", "numbers"),
    MEMBER("member"),
    INVITATION("invitation"),
    SIGN_IN("sign-in"),
    ACCOUNT("account"),
    RESET("reset"),
    TOKEN("token"),
    SETTINGS("settings", "contact"),
    LINKS("links"),
    SENDER("sender", "segment-price"),
    TEST("test"),
    AUDIT("audit");

    private final List<String> things;

    AuditKind(String... things) {
        this.things = List.copyOf(Arrays.asList(things));
    }

    List<String> things() {
        return things;
    }

    /** What verbs start with, with commas between; empty for all of them. */
    String verbs() {
        return things.stream().map(thing -> thing + ".").collect(Collectors.joining(","));
    }

    String words() {
        return "accounts.audit.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

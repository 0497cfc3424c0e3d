package org.rung.links;

import java.util.List;
import java.util.Map;

/** Words of texts, with the addresses that a telephone makes links of, and words that only look like one. */
public final class Sentences {
    private Sentences() {}

    public static final Map<String, String> WITH = Map.ofEntries(
            Map.entry("Sign at evil.example/x now", "evil.example/x"),
            Map.entry("Sign at eastside.org/rent.", "eastside.org/rent"),
            Map.entry("(see eastside.org/rent)", "eastside.org/rent"),
            Map.entry("Eastside.org has it", "Eastside.org"),
            Map.entry("It is on EASTSIDE.ORG!", "EASTSIDE.ORG"),
            Map.entry("Go to 350.org", "350.org"),
            Map.entry("Sign at eastside.org.Thanks!", "eastside.org"),
            Map.entry("Look...eastside.org/rent", "eastside.org/rent"),
            Map.entry("- eastside.org/rent?a=b#c, please", "eastside.org/rent?a=b#c"),
            Map.entry("Here:eastside.org/rent", "eastside.org/rent"),
            Map.entry("www.eastside.vote is new", "www.eastside.vote"),
            Map.entry("go.eastside.vote/rent is new", "go.eastside.vote/rent"),
            Map.entry("eastside.org.mx y ya", "eastside.org.mx"),
            Map.entry("on eastside.co.uk today", "eastside.co.uk"),
            Map.entry("eastside.org?from=text", "eastside.org?from=text"),
            Map.entry("eastside.org:8443/rent", "eastside.org:8443/rent"),
            Map.entry("See пример.рф/дом", "пример.рф/дом"),
            Map.entry("xn--e1afmkfd.xn--p1ai/dom it is", "xn--e1afmkfd.xn--p1ai/dom"),
            Map.entry("at 10.0.0.1/x, they say", "10.0.0.1/x"),
            Map.entry("It's on x.com/eastside", "x.com/eastside"),
            Map.entry("Visit https://eastside.org/go?to=a.org/b", "https://eastside.org/go?to=a.org/b"),
            Map.entry("our_site.org/x", "our_site.org/x"));

    public static final List<String> WITHOUT = List.of(
            "Bring food, e.g. rice, i.e. nothing hot",
            "Doors open at 7p.m/8p.m and close at 10.pm/late",
            "Meet at St.John/Mary, corner of 5th.Ave",
            "He said yes.no way",
            "Yes.Will you come?Great.Thanks",
            "Call us.join us.be there",
            "Between you and.or/else nothing",
            "It costs 3.50/hour or 1.000,00",
            "Write to ora@eastside.org or ora.lee@eastside.org.",
            "The U.S.in/out debate, a.k.a.it/that",
            "Version 1.2.3.4 of the plan",
            "Mon.Tue/Wed work for me...or not",
            "Thanks.Net result: we won",
            "I have 5.min/left",
            "her.his/hers",
            "@eastside.org on the other app",
            "notes.txt and plan.docx/old");
}

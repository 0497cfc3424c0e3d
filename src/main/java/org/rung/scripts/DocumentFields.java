package org.rung.scripts;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The merge fields of other tools, as ours: {{firstName}}, [First Name], %FNAME%, &lt;texter name&gt;. */
final class DocumentFields {
    private static final Pattern FIELD =
            Pattern.compile("\\{\\{?\\s*([\\p{L}_. ]{2,30}?)\\s*(?:\\|([^{}]{0,40}))?\\}?\\}"
                    + "|\\[\\s*([\\p{L}_ ]{2,30}?)\\s*\\]|<\\s*([\\p{L}_ ]{2,30}?)\\s*>|%([\\p{L}_]{2,30})%");

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("firstname", "firstName"),
            Map.entry("fname", "firstName"),
            Map.entry("first", "firstName"),
            Map.entry("name", "firstName"),
            Map.entry("contactfirstname", "firstName"),
            Map.entry("nombre", "firstName"),
            Map.entry("lastname", "lastName"),
            Map.entry("lname", "lastName"),
            Map.entry("apellido", "lastName"),
            Map.entry("city", "city"),
            Map.entry("town", "city"),
            Map.entry("ciudad", "city"),
            Map.entry("texter", "texter.firstName"),
            Map.entry("textername", "texter.firstName"),
            Map.entry("texterfirstname", "texter.firstName"),
            Map.entry("texteraliasorfirstname", "texter.firstName"),
            Map.entry("texteralias", "texter.firstName"),
            Map.entry("agentname", "texter.firstName"),
            Map.entry("agentfirstname", "texter.firstName"),
            Map.entry("sendername", "texter.firstName"),
            Map.entry("senderfirstname", "texter.firstName"),
            Map.entry("yourname", "texter.firstName"),
            Map.entry("myname", "texter.firstName"),
            Map.entry("volunteer", "texter.firstName"),
            Map.entry("volunteername", "texter.firstName"),
            Map.entry("organization", "organization.name"),
            Map.entry("organizationname", "organization.name"),
            Map.entry("org", "organization.name"),
            Map.entry("orgname", "organization.name"),
            Map.entry("organizacion", "organization.name"));

    private DocumentFields() {}

    /** What is no field that we know stays as it is: the checks of a script name it. */
    static String ours(String words) {
        return FIELD.matcher(words).replaceAll(found -> Matcher.quoteReplacement(field(found.group(), found::group)));
    }

    private interface Groups {
        String group(int number);
    }

    private static String field(String whole, Groups groups) {
        for (int number : new int[] {1, 3, 4, 5}) {
            String name = groups.group(number);
            if (name == null) continue;
            String ours = OURS.get(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""));
            if (ours == null) return whole;
            String fallback = groups.group(2);
            if (fallback != null) return "{" + ours + "|" + fallback + "}";
            return ours.equals("firstName") ? "{firstName|there}" : "{" + ours + "}";
        }
        return whole;
    }
}

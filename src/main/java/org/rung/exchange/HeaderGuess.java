package org.rung.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rung.people.FieldKey;

/** What a column means, by its header in English or Spanish. */
final class HeaderGuess {
    private static final Map<ImportTarget, Set<String>> WORDS = Map.ofEntries(
            Map.entry(
                    ImportTarget.PHONE,
                    Set.of(
                            "phone",
                            "phones",
                            "phone_number",
                            "cell",
                            "cell_phone",
                            "cellphone",
                            "cell_number",
                            "mobile",
                            "mobile_phone",
                            "mobile_number",
                            "telephone",
                            "tel",
                            "phone_1",
                            "primary_phone",
                            "sms",
                            "telefono",
                            "telefonos",
                            "celular",
                            "movil",
                            "numero",
                            "numero_de_telefono",
                            "telefono_celular",
                            "telefono_movil",
                            "number",
                            "whatsapp",
                            "more_phones")),
            Map.entry(
                    ImportTarget.FIRST_NAME,
                    Set.of(
                            "first",
                            "first_name",
                            "firstname",
                            "given_name",
                            "fname",
                            "nombre",
                            "nombres",
                            "primer_nombre",
                            "nombre_de_pila")),
            Map.entry(
                    ImportTarget.LAST_NAME,
                    Set.of(
                            "last",
                            "last_name",
                            "lastname",
                            "surname",
                            "family_name",
                            "lname",
                            "apellido",
                            "apellidos")),
            Map.entry(
                    ImportTarget.NAME,
                    Set.of(
                            "name",
                            "full_name",
                            "fullname",
                            "contact",
                            "contact_name",
                            "nombre_completo",
                            "nombre_y_apellido",
                            "nombre_y_apellidos")),
            Map.entry(
                    ImportTarget.EMAIL,
                    Set.of("email", "e_mail", "email_address", "mail", "correo", "correo_electronico")),
            Map.entry(
                    ImportTarget.POSTAL_CODE,
                    Set.of(
                            "zip",
                            "zip_code",
                            "zipcode",
                            "postal_code",
                            "postcode",
                            "zip5",
                            "postal",
                            "codigo_postal",
                            "cp",
                            "c_p")),
            Map.entry(ImportTarget.CITY, Set.of("city", "town", "ciudad", "municipio", "localidad")),
            Map.entry(
                    ImportTarget.ADDRESS,
                    Set.of(
                            "address",
                            "address_1",
                            "address1",
                            "address_line",
                            "address_line_1",
                            "addressline1",
                            "street",
                            "street_address",
                            "mailing_address",
                            "home_address",
                            "residence_address",
                            "direccion",
                            "domicilio",
                            "calle")),
            Map.entry(ImportTarget.LATITUDE, Set.of("latitude", "lat", "latitud")),
            Map.entry(ImportTarget.LONGITUDE, Set.of("longitude", "lng", "lon", "long", "longitud")),
            Map.entry(ImportTarget.REGION, Set.of("state", "region", "province", "estado", "provincia")),
            Map.entry(ImportTarget.COUNTRY, Set.of("country", "country_code", "pais")),
            Map.entry(ImportTarget.LANGUAGE, Set.of("language", "lang", "preferred_language", "idioma", "lengua")),
            Map.entry(ImportTarget.TAGS, Set.of("tags", "tag", "labels", "etiquetas", "etiqueta")));

    private HeaderGuess() {}

    /** A second column of one kind becomes a custom field, but for those of which someone may have several. */
    static List<ImportColumn> of(List<String> headers) {
        var taken = new HashSet<ImportTarget>();
        var labels = new HashSet<FieldKey>();
        var columns = new ArrayList<ImportColumn>(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            var header = headers.get(i).strip();
            var target = header.isEmpty() ? ImportTarget.SKIP : target(header);
            boolean several =
                    switch (target) {
                        case PHONE, TAGS, CONSENT, SKIP -> true;
                        default -> false;
                    };
            if (!several && !taken.add(target)) target = ImportTarget.FIELD;
            columns.add(new ImportColumn(unlike(label(header, i), labels), target));
        }
        return List.copyOf(columns);
    }

    private static ImportTarget target(String header) {
        var key = FieldKey.of(header).text();
        if (ConsentWords.head(key)) return ImportTarget.CONSENT;
        return WORDS.entrySet().stream()
                .filter(words -> words.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst()
                // Those of our own export: facts about the row, not about the person.
                .orElse(ExportColumns.OURS_ONLY.contains(key) ? ImportTarget.SKIP : ImportTarget.FIELD);
    }

    private static String label(String header, int index) {
        if (header.isEmpty()) return "Column " + (index + 1);
        return header.length() > 70 ? header.substring(0, 70) : header;
    }

    /** Two columns with one header are two fields. */
    private static String unlike(String label, Set<FieldKey> taken) {
        var own = label;
        for (int i = 2; !taken.add(FieldKey.of(own)); i++) own = label + " " + i;
        return own;
    }
}

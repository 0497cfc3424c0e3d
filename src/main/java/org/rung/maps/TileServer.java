package org.rung.maps;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.rung.common.Problem;

/**
 * Who gives the pictures that lie under a map, a square at a time.
 *
 * @param address with {z}, {x} and {y} where the square's numbers go; one host, by https
 * @param credit whom the map must name, as plain words
 */
public record TileServer(String address, String credit) {
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_CREDIT = 200;

    public TileServer {
        address = address.strip();
        credit = credit.strip();
        if (address.length() > LONGEST_ADDRESS)
            throw new Problem.Invalid("tile address", "problem.too-long", LONGEST_ADDRESS);
        for (var place : List.of("{z}", "{x}", "{y}"))
            if (!address.contains(place)) throw new Problem.Invalid("tile address", "problem.tile-places");
        if (host(address).isEmpty()) throw new Problem.Invalid("tile address", "problem.tile-address");
        if (credit.isEmpty() || credit.length() > LONGEST_CREDIT)
            throw new Problem.Invalid("tile credit", "problem.length", 1, LONGEST_CREDIT);
    }

    /** Such as https://tiles.example.org, the one place beside our own that a page may then ask for pictures. */
    public String host() {
        return host(address);
    }

    /** Empty for what is no address of one host by https: no user, no quotes, nothing that could end a header. */
    private static String host(String address) {
        try {
            var read = new URI(address.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0"));
            boolean plain = "https".equalsIgnoreCase(read.getScheme())
                    && read.getHost() != null
                    && read.getRawUserInfo() == null
                    && read.getFragment() == null
                    && read.getHost().matches("[A-Za-z0-9.-]+");
            if (!plain) return "";
            var port = read.getPort() == -1 ? "" : ":" + read.getPort();
            return "https://" + read.getHost().toLowerCase(Locale.ROOT) + port;
        } catch (URISyntaxException none) {
            return "";
        }
    }
}

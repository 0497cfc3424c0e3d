package org.rung.accounts.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Of a list of forwarding addresses only the last was written by the proxy in front of us; whatever stands before it was
 * sent by the caller, who may also sit in a private network and would then be believed.
 */
class LastHop extends ValveBase {
    static final String FORWARDED_FOR = "X-Forwarded-For";

    LastHop() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        List<String> said = Collections.list(request.getHeaders(FORWARDED_FOR));
        if (!said.isEmpty()) {
            String all = said.getLast();
            var headers = request.getCoyoteRequest().getMimeHeaders();
            headers.removeHeader(FORWARDED_FOR);
            headers.setValue(FORWARDED_FOR)
                    .setString(all.substring(all.lastIndexOf(',') + 1).strip());
        }
        getNext().invoke(request, response);
    }
}

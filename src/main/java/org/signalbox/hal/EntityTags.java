package org.signalbox.hal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives single resources a weak entity tag, so that a client that has seen one need not be sent it
 * again. What else answers may be large or a stream and is left alone.
 */
@Component
@Order(EntityTags.AFTER_TIDYING)
final class EntityTags extends ShallowEtagHeaderFilter {

    static final int AFTER_TIDYING = ApiFilter.BEFORE_SECURITY + 2;

    EntityTags() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !isOne(request.getRequestURI());
    }

    /** A resource by its key stands right below its collection. */
    private static boolean isOne(String path) {
        if (!path.startsWith(ApiPath.ROOT + "/")) {
            return false;
        }
        var below = path.substring(ApiPath.ROOT.length() + 1);
        int slash = below.indexOf('/');
        return slash > 0 && below.indexOf('/', slash + 1) < 0;
    }

    /** That nothing may be kept on disk does not keep a client from asking whether it changed. */
    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            InputStream content) {
        return status == HttpServletResponse.SC_OK;
    }
}

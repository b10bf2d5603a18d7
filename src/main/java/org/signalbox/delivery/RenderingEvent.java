package org.signalbox.delivery;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * What a recording of the JVM's Flight Recorder tells of each request before it is sent: how long
 * its body and headers took. Costs nothing while nothing is recorded.
 */
@Name("signalbox.Rendering")
@Label("Rendering")
@Description("A request of a webhook was rendered and signed")
@Category("Signalbox")
@StackTrace(false)
final class RenderingEvent extends Event {

    @Label("Format")
    String format = "";

    @Label("Event")
    String event = "";

    @Label("Body")
    @DataAmount
    int bodyBytes;
}

// What a member decides, as it stands in several bodies. Only sources of wire/ include this.

#pragma once

#include "desk/inbox/inbox.h"
#include "http/wire/reader.h"

namespace rapport {

Resolution read_resolution(BodyReader& body);

}  // namespace rapport

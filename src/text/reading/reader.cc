#include "text/reading/reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/entities/entities.h"
#include "text/language/language.h"
#include "text/learning/adaptation.h"
#include "text/reading/scorer.h"
#include "text/reading/weights.h"
#include "text/tokens/tokens.h"

namespace rapport {

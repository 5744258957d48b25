//! What each step of a feature is worth, in hundredths of the natural logarithm of the odds that a unit is of the body.
//! Written by `training/points.py`; `training/README.md` says from which pages.

/// What a unit has before anything is known of it.
pub(super) const INTERCEPT: i16 = -114;

/// The points of all features, in their order, step by step.
#[rustfmt::skip]
pub(super) static POINTS: [&[i16]; 84] = [
    &[44, 7, 23, 27, 8, 49, -28, -1, 10, -38, -28, -16, -8, -64], // Words
    &[-7, -28, -75, -31, -17, 14, 24, -42, -75, -28], // Links
    &[-41, 43, 45, -101, -46, -19], // Ending
    &[-29, 64, 113, 85, 25, 49, 64, 37, 31, 105, 124, 61], // Shape
    &[-67, 41, -32, -21, -29, -5, -67, -23, 27, 13, 0, -48], // Element
    &[-4, 28, 13, 31], // Repeated
    &[9, -75, -182, -121, -16, -93, -57, -31, -84], // Phrase
    &[2, -3, -10, -22], // Digits
    &[5, -21, 17, 36], // Capitals
    &[8, -9, -12, -15], // Sentences
    &[-84, 16, -1, 3, -16, -5], // Before
    &[-79, 12, 6, -6, -14, 17], // After
    &[-3, 5], // ProseBefore
    &[5, -9], // ProseAfter
    &[1, 6, 11, 8, -17, -23, 13], // Position
    &[39, 47, 35, 23, -9, -43, -62, -74], // PositionInProse
    &[58, -89, -38, 17, 50, 55, 20, -12], // FromTitle
    &[69, -38, -107, -59, -157, -124, -373, -34, -47], // Landmark
    &[1, -2, -17], // InArticle
    &[-9, 14, 33], // InMain
    &[2, -49, -74], // InForm
    &[-1, 119, 128], // InQuote
    &[-1, 65, 27], // InTable
    &[3, -55, 23], // InList
    &[0, -24, -43], // InFigure
    &[-1, -46, 41], // InButton
    &[1, 15, -115], // InDefinition
    &[0, -13, -17], // InAddress
    &[7, -62, -3], // InHeader
    &[0, 6, 89], // InAside
    &[-1, 20, 2, -13], // NavigationNames
    &[21, -126, -97, -177], // FooterNames
    &[5, -13, -53, -48], // HeaderNames
    &[2, -6, 9, -38], // SidebarNames
    &[6, -146, -76, -175], // RelatedNames
    &[0, 76, 69, -62], // FeaturedNames
    &[5, 18, -104, -302], // CommentsNames
    &[3, -16, -138, -158], // ReviewsNames
    &[2, 14, -55, -175], // ShareNames
    &[0, 12, -10, -29], // AdvertisementNames
    &[1, -44, -100, -116], // SignupNames
    &[0, -30, -76, -30], // WallNames
    &[2, -18, -6, -76], // MetadataNames
    &[0, 7, -84, -91], // BylineNames
    &[0, -79, -54, -76], // BiographyNames
    &[-1, -4, 28, 53], // TagsNames
    &[1, -90, 73, -83], // CaptionNames
    &[-1, 40, 4, 11], // DekNames
    &[-4, 74, 33, 54], // KickerNames
    &[2, -152, -99, -130], // ConsentNames
    &[5, -1, -46, -57], // OverlayNames
    &[-3, 11, 43, 16], // FormNames
    &[1, -26, -34, -67], // ShopNames
    &[0, -8, 10, -4], // ContactNames
    &[2, -55, 34, -51], // CarouselNames
    &[2, -14, 13, 2], // CardNames
    &[12, -24, -21, 19], // ContentNames
    &[-8, -14, 11, 29], // ArticleNames
    &[-2, 48, 17, -37], // ForumNames
    &[-3, 18, 53, -9], // ProductNames
    &[-27, 4, -8, 25], // SectionNames
    &[0, 11, 26, -2], // TitleNames
    &[2, 14, -1, 25, -29], // Links1
    &[-8, -7, -5, -32, 13], // Prose1
    &[-15, 11, -18, -52, -1], // Share1
    &[-8, 0, -32, -18, 17], // Score1
    &[19, -12, -10, 15, 24], // Links2
    &[13, -10, -19, 15, 7], // Prose2
    &[11, 17, 15, -5, -43], // Share2
    &[26, -22, 24, 27, 19], // Score2
    &[15, 1, 5, 3, -5], // Links3
    &[10, 10, -2, -23, 0], // Prose3
    &[19, -35, -39, 29, 63], // Share3
    &[18, -13, 4, 10, 12], // Score3
    &[-37, 12, 16, -45, 16, 4, 23, -10], // Up
    &[22, -105, -13, -59, 1, -6], // Down
    &[-42, 16, 15, 7, -36], // BranchLinks
    &[-46, 8, -13, -4, -4], // BranchProse
    &[-36, -21, -3, 23, 6, 17], // BranchShare
    &[-23, -27, -15, 5, 25, 9], // Depth
    &[-59, -32, 1, -11, 113], // PathWords
    &[-3, -1, -27, -13, -28, 27], // PathProse
    &[35, 132, 48, 0, -3, -31], // PageWords
    &[26, -32, -25, 7, 29, -14], // PageProse
];

//! What each step of a feature of a page is worth, in hundredths of the natural logarithm of the odds that it is of a type.
//! Written by `training/points.py`; `training/README.md` says from which pages.

/// The points of a page for each type: what it has before anything is known of it, and those of all its features.
#[rustfmt::skip]
pub(super) static PAGE_TYPE_POINTS: [(i16, [&[i16]; 72]); 6] = [
    // article
    (83, [
        &[8, 26, -5, 4, -2, -19, -36], // ForumUnits
        &[17, 13, -6, 5, 9, -33], // ForumWords
        &[4, -20, -9, -21, -16, -9, -19], // ShopUnits
        &[4, -16, -10, -25, -19, -16], // ShopWords
        &[24, -19, 5, -2, -22, -17, -16], // ProductUnits
        &[-14, 26, 19, -26, -37, -25], // ProductWords
        &[-5, -3, -8, 10, 6, 17, -8], // CardUnits
        &[0, 22, 14, 3, -8, -19], // CardWords
        &[-5, 5, -29, 17, -20, 15, 7], // ArticleUnits
        &[-56, -33, -14, -8, 11, 40], // ArticleWords
        &[5, -27, -40, -34, -38, -46, -24], // ReviewsUnits
        &[7, -36, -46, -47, -34, -24], // ReviewsWords
        &[2, -14, 1, -12, -14, 1, -2], // CommentsUnits
        &[6, -24, -23, -34, -49, -70], // CommentsWords
        &[14, 7, -11, -16, -56, -3, -7], // MetadataUnits
        &[-10, 7, 8, 20, 10, -3], // MetadataWords
        &[-15, 61, 30, 19, -1, -4, -4], // BylineUnits
        &[-17, 45, -10, -1, -9, -5], // BylineWords
        &[-18, -15, 21, 8, 3, 8, -4], // ContentUnits
        &[-50, -30, -25, -27, -44, 3], // ContentWords
        &[4, -9, -8, -2, -9, -10, -7], // RelatedUnits
        &[-22, 45, 10, 0, 3, 2], // RelatedWords
        &[2, -18, -15, 3, -10, 14, -6], // CarouselUnits
        &[1, 9, -23, -48, -21, 7], // CarouselWords
        &[13, 13, 19, 22, -4, -45, -33], // FormUnits
        &[4, 11, -48, 4, -39, -22], // FormWords
        &[9, -38, -13, 3, -6, -18, 25], // NavigationUnits
        &[20, -12, 9, 32, 19, -14], // NavigationWords
        &[-10, 45, 12, 15, 11, 15, 12], // SignupUnits
        &[-4, 12, 12, 8, 9, 10], // SignupWords
        &[6, -20, -23, -31, -19, -30, -17], // ContactUnits
        &[-9, 29, 12, 23, 27, 39], // ContactWords
        &[20, 19, -18, 3, 2, -12, -27], // TitleUnits
        &[3, 7, -41, -20, -13, -25], // TitleWords
        &[-4, 22, 17, -5, -14, 3, 5], // TagsUnits
        &[-3, 12, -19, 2, 6, -3], // TagsWords
        &[-4, 3, -8, 4, 3, 3, -10], // ProseCount
        &[-52, -29, -13, 8, 17, 23, -12], // LongProseCount
        &[-61, 6, -42, -42, -38, -31, -35], // Headings1Count
        &[-54, -15, -2, 26, 2, -8, -14], // Headings2Count
        &[3, -16, -7, -8, 25, -8, -21], // Headings3Count
        &[8, 1, -13, -10, -31, -24, -1], // Headings4Count
        &[1, -26, -17, -10, -12, -14, 15], // CellsCount
        &[-75, 82, 41, 24, -12, -2, 3], // MetadataCount
        &[13, -45, -44, -11, -22, -6, -21], // PricesCount
        &[-33, -49, -40, -66, -37, 40], // ProseShare
        &[9, -114, -105, -73, -69, -74], // CodeShare
        &[-22, 1, 2, 15, 33, 25], // ArticleShare
        &[-2, -18, 10, -1, -1, 1], // Words
        &[-8, 76], // DeclaredArticle
        &[-14, 102], // DeclaredNewsArticle
        &[-4, 79], // DeclaredBlogPosting
        &[2, -29], // DeclaredProduct
        &[3, -47], // DeclaredOffer
        &[1, -18], // DeclaredRating
        &[1, -19], // DeclaredList
        &[0, -29], // DeclaredCollection
        &[1, -27], // DeclaredQuestions
        &[0, -49], // DeclaredQuestion
        &[2, -87], // DeclaredDiscussion
        &[0, -12], // DeclaredTechnical
        &[0, -29], // DeclaredService
        &[0, 6], // DeclaredBusiness
        &[11, -24], // DeclaredOrganization
        &[-19, 49], // DeclaredPerson
        &[-3, 8], // DeclaredPage
        &[5, -14], // DeclaredPath
        &[0, -1], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[-61, 67], // DeclaredGraphArticle
        &[8, -23], // DeclaredGraphPage
        &[2, -50], // DeclaredGraphProduct
    ]),
    // forum
    (-431, [
        &[-35, 2, 13, 12, 11, 45, 71], // ForumUnits
        &[-51, -23, 2, 35, 38, 80], // ForumWords
        &[7, -28, -24, -28, -28, -27, -26], // ShopUnits
        &[7, -35, -26, -21, -21, -20], // ShopWords
        &[-3, -11, -7, -10, 28, 14, -6], // ProductUnits
        &[-10, 8, -16, -13, 5, 25], // ProductWords
        &[19, 3, -10, -15, -14, -14, 8], // CardUnits
        &[26, -14, -12, -12, -22, 21], // CardWords
        &[5, 0, 7, -5, 0, -11, 2], // ArticleUnits
        &[-23, -14, 4, 23, 22, 11], // ArticleWords
        &[2, -13, -14, -13, -14, -18, -14], // ReviewsUnits
        &[4, -22, -20, -20, -18, -18], // ReviewsWords
        &[-4, 18, 20, 25, 30, 31, 26], // CommentsUnits
        &[-12, 53, 56, 69, 85, 99], // CommentsWords
        &[-1, -26, 4, 23, 39, -2, -9], // MetadataUnits
        &[-5, 8, -29, -14, -16, -13], // MetadataWords
        &[5, -21, -13, 1, 3, 13, 7], // BylineUnits
        &[2, -6, 6, -4, 10, -2], // BylineWords
        &[27, -8, -3, 6, 6, -19, 7], // ContentUnits
        &[50, 16, 15, 21, 15, -2], // ContentWords
        &[-4, 7, -6, 19, 17, 0, 4], // RelatedUnits
        &[0, 2, -7, -4, -3, -3], // RelatedWords
        &[3, -11, -15, -15, -14, -13, -11], // CarouselUnits
        &[11, -34, -24, -21, -22, -19], // CarouselWords
        &[6, -34, -19, -7, 10, 20, 29], // FormUnits
        &[24, -21, 40, 22, 43, 54], // FormWords
        &[21, 1, 6, 10, 1, 6, -16], // NavigationUnits
        &[-13, 10, 1, -28, -18, -8], // NavigationWords
        &[11, -39, -30, -30, -23, -22, -22], // SignupUnits
        &[15, -43, -21, -19, -20, -23], // SignupWords
        &[2, -9, -11, -6, -3, 1, -4], // ContactUnits
        &[7, -27, -12, -8, -13, -11], // ContactWords
        &[11, 14, 19, -3, -4, -16, -11], // TitleUnits
        &[8, 3, -24, 4, -11, -7], // TitleWords
        &[0, -6, -4, 14, 6, -2, -5], // TagsUnits
        &[-1, 10, 4, -5, -14, -17], // TagsWords
        &[-3, -4, 1, -14, -1, 11, -12], // ProseCount
        &[-14, 13, 21, -3, -11, 2, 5], // LongProseCount
        &[17, -1, 10, -1, 3, 5, 5], // Headings1Count
        &[104, 45, -10, -33, -29, 11, 13], // Headings2Count
        &[30, -5, 4, -1, -20, -10, -4], // Headings3Count
        &[7, -23, -2, -7, 8, -9, -9], // Headings4Count
        &[1, -7, -2, -7, -13, 3, -16], // CellsCount
        &[9, -22, 0, 17, 30, 16, 2], // MetadataCount
        &[12, -21, -27, -26, -26, -31, -24], // PricesCount
        &[1, -9, -13, 17, 26, -16], // ProseShare
        &[-1, 15, 1, 0, 3, 6], // CodeShare
        &[24, -11, -5, -8, -13, -31], // ArticleShare
        &[10, 22, -14, 3, 0, 0], // Words
        &[2, -23], // DeclaredArticle
        &[5, -37], // DeclaredNewsArticle
        &[1, -24], // DeclaredBlogPosting
        &[1, -14], // DeclaredProduct
        &[1, -17], // DeclaredOffer
        &[0, 4], // DeclaredRating
        &[0, 4], // DeclaredList
        &[0, -5], // DeclaredCollection
        &[0, -11], // DeclaredQuestions
        &[0, 41], // DeclaredQuestion
        &[-2, 98], // DeclaredDiscussion
        &[0, -2], // DeclaredTechnical
        &[0, -4], // DeclaredService
        &[0, -11], // DeclaredBusiness
        &[-4, 7], // DeclaredOrganization
        &[-10, 25], // DeclaredPerson
        &[11, -29], // DeclaredPage
        &[3, -9], // DeclaredPath
        &[0, -1], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[42, -46], // DeclaredGraphArticle
        &[-11, 36], // DeclaredGraphPage
        &[0, -12], // DeclaredGraphProduct
    ]),
    // product
    (-443, [
        &[7, -14, 3, -3, -2, 0, -13], // ForumUnits
        &[-1, 11, -21, 3, -2, -3], // ForumWords
        &[-12, 49, 63, 55, 71, 26, 25], // ShopUnits
        &[-8, 35, 28, 49, 21, 39], // ShopWords
        &[5, -21, 1, -8, 0, 32, -14], // ProductUnits
        &[1, -22, -9, 0, 32, 67], // ProductWords
        &[20, -7, -4, -6, 17, 2, -8], // CardUnits
        &[29, -17, 13, 4, 3, -6], // CardWords
        &[14, -30, 12, 3, -5, -11, -4], // ArticleUnits
        &[13, 12, -5, 14, -7, -9], // ArticleWords
        &[-6, 42, 31, 45, 11, 48, 37], // ReviewsUnits
        &[-6, 33, 28, 56, 41, 30], // ReviewsWords
        &[-1, 11, 1, 7, 6, 3, 2], // CommentsUnits
        &[-1, 9, 2, 6, 2, 2], // CommentsWords
        &[-5, -1, 1, 6, 8, 5, 17], // MetadataUnits
        &[-15, 7, 37, 14, 24, 10], // MetadataWords
        &[5, -8, -18, -15, -13, -12, -11], // BylineUnits
        &[13, -33, -10, -10, -10, -9], // BylineWords
        &[18, 2, 4, -10, 23, -17, 4], // ContentUnits
        &[3, -9, -12, -14, -12, 1], // ContentWords
        &[2, 1, -15, -10, 3, -12, -8], // RelatedUnits
        &[-5, 12, -12, 15, 3, 2], // RelatedWords
        &[-13, 72, 55, 33, 57, 62, 47], // CarouselUnits
        &[-18, 51, 47, 53, 44, 34], // CarouselWords
        &[-7, 8, -12, -9, -2, 26, -6], // FormUnits
        &[-15, 7, -4, 5, -19, -19], // FormWords
        &[20, 5, -1, 6, -20, -7, 7], // NavigationUnits
        &[-1, -7, 5, 9, 4, 12], // NavigationWords
        &[-1, -13, 29, 13, 7, 7, 7], // SignupUnits
        &[1, -1, -4, 4, 0, -1], // SignupWords
        &[0, 4, -8, -13, -9, -6, -5], // ContactUnits
        &[4, -10, -22, -18, -20, -16], // ContactWords
        &[22, -10, -1, 6, -2, -21, 24], // TitleUnits
        &[5, 4, -23, -18, -19, -13], // TitleWords
        &[-4, 17, 18, 12, -7, -1, 5], // TagsUnits
        &[-4, 8, 11, 7, 13, 24], // TagsWords
        &[2, 1, 35, 2, 0, -12, 14], // ProseCount
        &[19, 34, 1, -4, -22, 4, 3], // LongProseCount
        &[12, -3, 39, 32, 20, 19, 18], // Headings1Count
        &[-3, 0, -2, -8, 15, 13, -6], // Headings2Count
        &[27, -6, 5, -9, -5, -19, -1], // Headings3Count
        &[9, -13, -8, -10, -21, -10, -8], // Headings4Count
        &[-5, 27, 35, 30, 52, 36, 23], // CellsCount
        &[9, -7, -6, -2, -9, -9, -6], // MetadataCount
        &[-19, 45, 75, 57, 19, 13, 11], // PricesCount
        &[-3, 0, 10, -15, 21, -10], // ProseShare
        &[1, -4, -9, -7, -5, -5], // CodeShare
        &[17, 10, -9, 0, -14, -23], // ArticleShare
        &[6, 32, 12, 2, -2, -9], // Words
        &[2, -16], // DeclaredArticle
        &[4, -26], // DeclaredNewsArticle
        &[1, -13], // DeclaredBlogPosting
        &[-9, 116], // DeclaredProduct
        &[-5, 101], // DeclaredOffer
        &[0, -2], // DeclaredRating
        &[1, -47], // DeclaredList
        &[1, -51], // DeclaredCollection
        &[1, -24], // DeclaredQuestions
        &[0, -3], // DeclaredQuestion
        &[0, -3], // DeclaredDiscussion
        &[0, -2], // DeclaredTechnical
        &[0, -5], // DeclaredService
        &[0, 1], // DeclaredBusiness
        &[12, -26], // DeclaredOrganization
        &[6, -15], // DeclaredPerson
        &[-4, 10], // DeclaredPage
        &[-3, 8], // DeclaredPath
        &[0, -1], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[26, -29], // DeclaredGraphArticle
        &[-2, 7], // DeclaredGraphPage
        &[-3, 84], // DeclaredGraphProduct
    ]),
    // listing
    (-341, [
        &[7, -11, 9, -7, 9, -6, -17], // ForumUnits
        &[5, 3, 10, 7, 0, -12], // ForumWords
        &[-8, 29, 9, 15, 20, 54, 62], // ShopUnits
        &[-6, 20, 45, 26, 45, 27], // ShopWords
        &[4, -18, -4, 14, -12, -12, 40], // ProductUnits
        &[1, -6, 37, 13, -13, -18], // ProductWords
        &[-17, 6, 5, 8, -11, 9, 2], // CardUnits
        &[-21, -28, -22, 10, 15, 26], // CardWords
        &[28, 12, -30, 1, -10, -24, -14], // ArticleUnits
        &[31, 12, 2, -22, 4, -20], // ArticleWords
        &[0, -7, 8, -16, 25, 9, -3], // ReviewsUnits
        &[0, 2, 10, -18, 12, 7], // ReviewsWords
        &[4, -32, -11, -20, -11, -21, -15], // CommentsUnits
        &[2, -4, -18, -14, -20, -17], // CommentsWords
        &[7, -16, -6, -10, 17, 3, 10], // MetadataUnits
        &[24, -16, -26, -19, -20, -12], // MetadataWords
        &[0, -11, 0, 7, 29, 18, 27], // BylineUnits
        &[1, -4, 15, 11, 8, 20], // BylineWords
        &[12, 27, 10, 12, -7, 7, -5], // ContentUnits
        &[17, 23, 15, 20, 20, -2], // ContentWords
        &[3, -9, 18, -23, -7, 5, 1], // RelatedUnits
        &[16, -31, -11, -11, 2, 2], // RelatedWords
        &[4, -26, -25, -14, 4, -44, -9], // CarouselUnits
        &[5, -13, -17, -16, -3, -6], // CarouselWords
        &[9, -9, 1, -13, 5, 2, 17], // FormUnits
        &[7, -9, 13, 10, 29, 32], // FormWords
        &[-10, -2, 21, 15, -4, 7, -7], // NavigationUnits
        &[-6, 5, -2, -25, -26, 20], // NavigationWords
        &[1, 3, -28, 3, 2, -3, 2], // SignupUnits
        &[-23, 69, 29, 22, 23, 22], // SignupWords
        &[3, -11, -19, -4, -27, 8, -9], // ContactUnits
        &[3, -9, -12, -9, -15, -12], // ContactWords
        &[-22, 10, 8, -31, 15, 23, -8], // TitleUnits
        &[-8, -8, 49, 15, 11, 33], // TitleWords
        &[3, -13, -21, -2, 11, 25, -5], // TagsUnits
        &[0, -10, 32, 18, 9, 25], // TagsWords
        &[23, 42, 13, 40, -14, -1, -11], // ProseCount
        &[20, 12, -5, -24, 19, -10, 8], // LongProseCount
        &[61, -5, 4, 23, 23, 19, 12], // Headings1Count
        &[19, 45, 48, -63, 7, 32, 21], // Headings2Count
        &[-2, 29, 23, -32, -16, 23, 38], // Headings3Count
        &[-8, 5, -13, 27, 47, 17, 23], // Headings4Count
        &[6, -34, -37, -40, -38, -51, -39], // CellsCount
        &[17, -36, 1, 8, 43, 35, 30], // MetadataCount
        &[-17, 32, 19, 25, 43, 66, 70], // PricesCount
        &[47, 102, 48, 29, 22, -29], // ProseShare
        &[4, -53, -52, -45, -37, -38], // CodeShare
        &[-3, 0, 2, -20, -15, 9], // ArticleShare
        &[-3, -11, 2, -15, 4, 20], // Words
        &[3, -27], // DeclaredArticle
        &[6, -41], // DeclaredNewsArticle
        &[2, -32], // DeclaredBlogPosting
        &[5, -60], // DeclaredProduct
        &[2, -34], // DeclaredOffer
        &[0, 4], // DeclaredRating
        &[-3, 92], // DeclaredList
        &[-1, 87], // DeclaredCollection
        &[-1, 21], // DeclaredQuestions
        &[0, -2], // DeclaredQuestion
        &[0, -13], // DeclaredDiscussion
        &[0, -6], // DeclaredTechnical
        &[0, -14], // DeclaredService
        &[0, 0], // DeclaredBusiness
        &[-11, 23], // DeclaredOrganization
        &[29, -75], // DeclaredPerson
        &[6, -15], // DeclaredPage
        &[-2, 6], // DeclaredPath
        &[0, 5], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[27, -29], // DeclaredGraphArticle
        &[7, -21], // DeclaredGraphPage
        &[0, -9], // DeclaredGraphProduct
    ]),
    // documentation
    (-459, [
        &[19, 1, -4, -14, -8, -28, -29], // ForumUnits
        &[28, 7, -10, -16, -9, -41], // ForumWords
        &[2, -3, -12, -13, -12, -12, -12], // ShopUnits
        &[8, -37, -22, -20, -19, -19], // ShopWords
        &[-6, 55, 4, -14, -25, -14, -15], // ProductUnits
        &[17, 12, -37, -31, -29, -19], // ProductWords
        &[8, -2, 9, -10, -1, 1, -1], // CardUnits
        &[16, 16, 7, -21, 6, -13], // CardWords
        &[-4, -19, 47, 10, 15, 2, -18], // ArticleUnits
        &[17, 20, 20, 7, 18, -20], // ArticleWords
        &[-2, 22, 17, 12, 10, 8, 9], // ReviewsUnits
        &[0, 2, -9, -8, -5, -6], // ReviewsWords
        &[-2, 23, 4, 4, 3, 4, 2], // CommentsUnits
        &[2, -13, 6, -4, 0, -4], // CommentsWords
        &[-8, 32, -1, -11, -8, -7, -7], // MetadataUnits
        &[-17, 16, -11, -4, -5, 8], // MetadataWords
        &[11, -32, -26, -21, -21, -23, -20], // BylineUnits
        &[19, -47, -16, -16, -16, -17], // BylineWords
        &[37, 41, 4, 24, 25, 7, -15], // ContentUnits
        &[10, 4, 4, 14, 15, -1], // ContentWords
        &[-12, 44, 14, 4, 3, 4, 9], // RelatedUnits
        &[15, -33, 2, -9, -7, -7], // RelatedWords
        &[5, -28, -21, -24, -21, -20, -18], // CarouselUnits
        &[16, -49, -33, -31, -30, -26], // CarouselWords
        &[-9, 5, 11, 5, -12, 2, 2], // FormUnits
        &[-5, 7, -21, -8, -14, -14], // FormWords
        &[-25, 27, 10, -7, 1, 3, -2], // NavigationUnits
        &[-3, 3, -22, 1, 2, 31], // NavigationWords
        &[9, -36, -23, -20, -18, -18, -18], // SignupUnits
        &[14, -42, -15, -15, -15, -16], // SignupWords
        &[0, -5, 7, -1, -6, -2, -1], // ContactUnits
        &[3, -9, -10, -8, -8, -10], // ContactWords
        &[9, 8, 0, -14, 0, 1, 3], // TitleUnits
        &[10, 2, -21, -13, 2, -7], // TitleWords
        &[4, -13, -11, -16, 3, -10, -8], // TagsUnits
        &[4, -13, 2, -1, 8, -5], // TagsWords
        &[-5, 2, -6, -2, -9, -19, 48], // ProseCount
        &[-13, 15, 12, -12, -4, 10, 4], // LongProseCount
        &[-23, 3, -29, -25, -20, -19, -19], // Headings1Count
        &[-47, 8, 4, 14, -2, -20, -9], // Headings2Count
        &[-9, 2, 28, -1, -14, 6, 3], // Headings3Count
        &[1, 6, -7, -8, 4, 8, 1], // Headings4Count
        &[-4, 48, 26, 24, 31, 14, 30], // CellsCount
        &[52, -38, -40, -37, -32, -25, -24], // MetadataCount
        &[20, -45, -45, -41, -43, -44, -37], // PricesCount
        &[-1, -4, 9, 30, 10, -12], // ProseShare
        &[-14, 168, 171, 124, 112, 114], // CodeShare
        &[2, -10, -1, 24, 18, -7], // ArticleShare
        &[-2, -4, 7, -23, 8, 19], // Words
        &[0, -2], // DeclaredArticle
        &[3, -25], // DeclaredNewsArticle
        &[1, -20], // DeclaredBlogPosting
        &[1, -16], // DeclaredProduct
        &[1, -20], // DeclaredOffer
        &[0, -11], // DeclaredRating
        &[0, -9], // DeclaredList
        &[0, -3], // DeclaredCollection
        &[1, -20], // DeclaredQuestions
        &[0, -6], // DeclaredQuestion
        &[0, -2], // DeclaredDiscussion
        &[0, 43], // DeclaredTechnical
        &[0, -5], // DeclaredService
        &[0, -8], // DeclaredBusiness
        &[11, -24], // DeclaredOrganization
        &[16, -43], // DeclaredPerson
        &[13, -34], // DeclaredPage
        &[1, -3], // DeclaredPath
        &[0, 0], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[13, -14], // DeclaredGraphArticle
        &[3, -8], // DeclaredGraphPage
        &[0, -11], // DeclaredGraphProduct
    ]),
    // service
    (-351, [
        &[-6, -7, -12, 2, 15, 18, 7], // ForumUnits
        &[7, -11, 18, 4, -8, -4], // ForumWords
        &[12, -23, -59, -24, -61, -76, -60], // ShopUnits
        &[8, -33, -45, -39, -40, -37], // ShopWords
        &[-20, 8, -3, 31, 47, -12, -17], // ProductUnits
        &[10, -28, 6, 69, 39, -12], // ProductWords
        &[-6, 0, 6, 12, -9, -24, 12], // CardUnits
        &[-36, -7, -6, 13, 8, 10], // CardWords
        &[-14, 15, -7, -25, 24, 10, 4], // ArticleUnits
        &[52, 34, 20, 24, -19, -38], // ArticleWords
        &[0, 11, -7, 6, 4, -6, -4], // ReviewsUnits
        &[-4, 14, 37, 37, 16, 17], // ReviewsWords
        &[4, -19, -14, -25, -24, -21, -20], // CommentsUnits
        &[6, -28, -28, -34, -33, -31], // CommentsWords
        &[3, -12, 15, -5, -3, 9, -6], // MetadataUnits
        &[16, -15, 9, 5, 0, 14], // MetadataWords
        &[11, -42, -14, -15, -19, -21, -21], // BylineUnits
        &[8, -20, -6, 5, -4, -6], // BylineWords
        &[-35, -24, -19, -15, -31, 11, 6], // ContentUnits
        &[-14, 0, 5, -4, 1, 0], // ContentWords
        &[8, -34, -2, -1, -8, 7, -3], // RelatedUnits
        &[11, -27, 15, 2, -7, -3], // RelatedWords
        &[1, 2, -6, -2, -25, -12, -17], // CarouselUnits
        &[-8, 12, 48, 45, 23, 4], // CarouselWords
        &[-3, 15, -1, -13, 2, 6, 0], // FormUnits
        &[-5, 1, 20, -30, 9, -16], // FormWords
        &[-1, 11, -10, -8, 28, -3, -11], // NavigationUnits
        &[1, -7, 12, 19, 31, -25], // NavigationWords
        &[8, -27, -20, -33, -21, -19, -21], // SignupUnits
        &[14, -42, -19, -20, -17, -17], // SignupWords
        &[-11, 40, 37, 48, 59, 24, 33], // ContactUnits
        &[-4, 14, 41, 19, 26, 1], // ContactWords
        &[-4, -38, 15, 34, -23, 4, 19], // TitleUnits
        &[-11, -4, 31, 15, 16, 6], // TitleWords
        &[9, -39, -18, -21, -22, -28, -4], // TagsUnits
        &[12, -34, -29, -26, -27, -33], // TagsWords
        &[-18, -47, -36, -7, 22, 5, -17], // ProseCount
        &[47, 2, 19, 8, -13, -37, 17], // LongProseCount
        &[34, -5, 48, 50, 42, 34, 37], // Headings1Count
        &[-28, -56, -21, 31, 28, -13, 0], // Headings2Count
        &[-32, 7, -51, 42, 18, 4, -16], // Headings3Count
        &[-18, 38, 32, 5, 1, 22, 4], // Headings4Count
        &[1, -6, -6, 0, -12, 5, -4], // CellsCount
        &[60, -60, -12, -36, -37, -28, -22], // MetadataCount
        &[-9, 40, 26, 4, 13, -10, -2], // PricesCount
        &[-10, -44, -21, 34, 8, -6], // ProseShare
        &[3, -37, -37, -19, -23, -24], // CodeShare
        &[21, -9, 5, -1, -12, -28], // ArticleShare
        &[-1, 11, 0, 27, -14, -9], // Words
        &[3, -26], // DeclaredArticle
        &[4, -30], // DeclaredNewsArticle
        &[1, -25], // DeclaredBlogPosting
        &[4, -51], // DeclaredProduct
        &[1, -16], // DeclaredOffer
        &[0, 0], // DeclaredRating
        &[1, -30], // DeclaredList
        &[0, -18], // DeclaredCollection
        &[-3, 79], // DeclaredQuestions
        &[0, -4], // DeclaredQuestion
        &[0, -19], // DeclaredDiscussion
        &[0, -17], // DeclaredTechnical
        &[0, 50], // DeclaredService
        &[-1, 32], // DeclaredBusiness
        &[-5, 10], // DeclaredOrganization
        &[21, -55], // DeclaredPerson
        &[-11, 30], // DeclaredPage
        &[1, -2], // DeclaredPath
        &[0, 0], // DeclaredEvent
        &[0, 0], // DeclaredRecipe
        &[25, -27], // DeclaredGraphArticle
        &[-14, 43], // DeclaredGraphPage
        &[2, -68], // DeclaredGraphProduct
    ]),
];
